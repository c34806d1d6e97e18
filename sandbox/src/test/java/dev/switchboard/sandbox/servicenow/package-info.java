/** What is strict about the simulated ServiceNow, and what is treacherous. */
@NullMarked
package dev.switchboard.sandbox.servicenow;

import org.jspecify.annotations.NullMarked;
