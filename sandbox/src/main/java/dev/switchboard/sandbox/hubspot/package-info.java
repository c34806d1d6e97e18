/** HubSpot's CRM, simulated: objects, search, associations, owners and pipelines. */
@NullMarked
package dev.switchboard.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
