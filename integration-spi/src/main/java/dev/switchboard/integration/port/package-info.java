/** The sockets: what a CRM, a helpdesk, a shop, a phone system and a messaging system can do, and the records they take. */
@NullMarked
package dev.switchboard.integration.port;

import org.jspecify.annotations.NullMarked;
