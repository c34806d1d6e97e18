/** What the system tests run on: the Kafka they find, and conversations in numbers. */
@NullMarked
package dev.switchboard.system;

import org.jspecify.annotations.NullMarked;
