package dev.switchboard.sandbox.hubspot;

import java.util.List;
import java.util.Set;

/**
 * A property of an object type.
 *
 * @param options the only values of an enumeration
 */
record HubspotProperty(String name, String type, List<String> options, Set<String> flags) {

    boolean is(String flag) {
        return flags.contains(flag);
    }
}
