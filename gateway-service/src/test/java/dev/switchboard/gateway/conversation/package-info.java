/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.gateway.conversation;

import org.jspecify.annotations.NullMarked;
