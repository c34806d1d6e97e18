/** Tests of the simulated Zoho CRM. */
@NullMarked
package dev.switchboard.sandbox.zoho;

import org.jspecify.annotations.NullMarked;
