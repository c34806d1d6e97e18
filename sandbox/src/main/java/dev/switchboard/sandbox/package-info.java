/**
 * The kit that every simulated vendor is made of: routes, records, tokens, faults and a log of what was said.
 *
 * <p>A vendor is a package beneath this one whose class {@code XSandbox} extends {@link
 * dev.switchboard.sandbox.VendorSandbox}; nothing else has to be edited to add one.
 */
@NullMarked
package dev.switchboard.sandbox;

import org.jspecify.annotations.NullMarked;
