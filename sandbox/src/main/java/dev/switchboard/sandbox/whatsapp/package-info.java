/** WhatsApp's Cloud API, a part of Meta's Graph API, simulated. */
@NullMarked
package dev.switchboard.sandbox.whatsapp;

import org.jspecify.annotations.NullMarked;
