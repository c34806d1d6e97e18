/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.crm.hubspot;

import org.jspecify.annotations.NullMarked;
