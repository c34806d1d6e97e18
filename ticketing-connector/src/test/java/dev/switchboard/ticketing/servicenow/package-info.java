/** ServiceNow's adapter against the simulated instance. */
@NullMarked
package dev.switchboard.ticketing.servicenow;

import org.jspecify.annotations.NullMarked;
