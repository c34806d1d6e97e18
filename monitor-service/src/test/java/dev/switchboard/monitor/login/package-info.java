/** Tests of this package. */
@NullMarked
package dev.switchboard.monitor.login;

import org.jspecify.annotations.NullMarked;
