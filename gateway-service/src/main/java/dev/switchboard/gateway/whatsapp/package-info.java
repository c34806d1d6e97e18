/** WhatsApp's webhooks: batches of messages in, replies out as messages. */
@NullMarked
package dev.switchboard.gateway.whatsapp;

import org.jspecify.annotations.NullMarked;
