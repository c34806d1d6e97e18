/** Zoho CRM: contacts and leads, what is going on with them, conversations as calls and notes, cases. */
@NullMarked
package dev.switchboard.crm.zoho;

import org.jspecify.annotations.NullMarked;
