/** Zendesk Support and Guide, simulated: tickets, users, articles and the token endpoint. */
@NullMarked
package dev.switchboard.sandbox.zendesk;

import org.jspecify.annotations.NullMarked;
