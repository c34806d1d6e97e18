/** Pipedrive: persons, what is going on with them, and conversations as calls and notes. */
@NullMarked
package dev.switchboard.crm.pipedrive;

import org.jspecify.annotations.NullMarked;
