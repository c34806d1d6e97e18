/** ServiceNow: incidents, or customer service cases, over the Table, Case, Contact and Knowledge APIs. */
@NullMarked
package dev.switchboard.ticketing.servicenow;

import org.jspecify.annotations.NullMarked;
