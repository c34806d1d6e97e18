/** Tests of the package of the same name. */
@NullMarked
package dev.switchboard.crm.pipedrive;

import org.jspecify.annotations.NullMarked;
