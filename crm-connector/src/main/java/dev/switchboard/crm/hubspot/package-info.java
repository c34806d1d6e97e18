/** HubSpot: contacts, what is going on with them, and conversations as calls and notes. */
@NullMarked
package dev.switchboard.crm.hubspot;

import org.jspecify.annotations.NullMarked;
