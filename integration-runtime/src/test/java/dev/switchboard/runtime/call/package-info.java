/** One call to a system that fails as told. */
@NullMarked
package dev.switchboard.runtime.call;

import org.jspecify.annotations.NullMarked;
