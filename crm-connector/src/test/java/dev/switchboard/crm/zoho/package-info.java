/** Tests of the Zoho CRM adapter against the simulated Zoho. */
@NullMarked
package dev.switchboard.crm.zoho;

import org.jspecify.annotations.NullMarked;
