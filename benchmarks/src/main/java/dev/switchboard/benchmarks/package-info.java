/** What it costs: plain programs that measure, side by side in one run, what the house does and what it is compared with. */
@NullMarked
package dev.switchboard.benchmarks;

import org.jspecify.annotations.NullMarked;
