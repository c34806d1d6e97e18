/** Every process that {@code up} runs: what it is started with, when it is ready, how it ends. */
@NullMarked
package dev.switchboard.cli.house;

import org.jspecify.annotations.NullMarked;
