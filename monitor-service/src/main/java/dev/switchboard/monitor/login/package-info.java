/** Who may look: the operator, by password, or anybody on this machine when there is none. */
@NullMarked
package dev.switchboard.monitor.login;

import org.jspecify.annotations.NullMarked;
