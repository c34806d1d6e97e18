/** The socket for the AI: a turn in, a reply out. One small engine is built in, another asks the user's own bot. */
@NullMarked
package dev.switchboard.gateway.engine;

import org.jspecify.annotations.NullMarked;
