package dev.switchboard.sandbox.hubspot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A property of an object type.
 *
 * @param options the only values of an enumeration
 */
record HubspotProperty(String name, String type, List<String> options, Set<String> flags) {

    boolean is(String flag) {
        return flags.contains(flag);
    }

    HubspotProperty without(String flag) {
        return new HubspotProperty(
                name,
                type,
                options,
                flags.stream().filter(each -> !each.equals(flag)).collect(Collectors.toSet()));
    }
}
