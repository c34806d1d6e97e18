/** What every integrated system shares: how a call to it fails, and the words for people and keys. */
@NullMarked
package dev.switchboard.integration;

import org.jspecify.annotations.NullMarked;
