/** Salesforce: contacts and leads, their context, tasks for conversations, cases. */
@NullMarked
package dev.switchboard.crm.salesforce;

import org.jspecify.annotations.NullMarked;
