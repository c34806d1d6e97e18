/** Knows who is calling, and keeps what was said: the conversation's events on one side, the company's CRMs on the other. */
@NullMarked
package dev.switchboard.crm;

import org.jspecify.annotations.NullMarked;
