/** ServiceNow: the Table API over incidents, cases and people, the Case, Contact and Knowledge APIs, and a business rule that calls us. */
@NullMarked
package dev.switchboard.sandbox.servicenow;

import org.jspecify.annotations.NullMarked;
