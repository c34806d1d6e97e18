/** Conversations: what was said, what became known, and what happens next. */
@NullMarked
package dev.switchboard.gateway.conversation;

import org.jspecify.annotations.NullMarked;
