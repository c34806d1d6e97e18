/** The whole house in its own processes: services that can be killed and started again, and a caller who rings. */
@NullMarked
package dev.switchboard.testkit.house;

import org.jspecify.annotations.NullMarked;
