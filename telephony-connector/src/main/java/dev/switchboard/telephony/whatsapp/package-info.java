/** WhatsApp Business: texts, templates and media over Meta's Cloud API. */
@NullMarked
package dev.switchboard.telephony.whatsapp;

import org.jspecify.annotations.NullMarked;
