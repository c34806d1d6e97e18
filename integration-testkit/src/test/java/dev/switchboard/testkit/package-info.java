/** That the checks of the test kit can fail. */
@NullMarked
package dev.switchboard.testkit;

import org.jspecify.annotations.NullMarked;
