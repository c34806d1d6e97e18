/** Tests of the simulated Salesforce. */
@NullMarked
package dev.switchboard.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
