/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.gateway.whatsapp;

import org.jspecify.annotations.NullMarked;
