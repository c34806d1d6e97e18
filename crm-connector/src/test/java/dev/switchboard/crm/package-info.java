/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.crm;

import org.jspecify.annotations.NullMarked;
