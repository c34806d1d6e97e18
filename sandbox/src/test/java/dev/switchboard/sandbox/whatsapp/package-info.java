/** The simulated WhatsApp, tested over HTTP. */
@NullMarked
package dev.switchboard.sandbox.whatsapp;

import org.jspecify.annotations.NullMarked;
