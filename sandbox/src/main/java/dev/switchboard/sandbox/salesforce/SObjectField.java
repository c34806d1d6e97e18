package dev.switchboard.sandbox.salesforce;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field of an object.
 *
 * @param type as {@code describe} calls it
 * @param length the most characters, 0 when the type has none
 * @param choices the targets of a reference, or the only values of a restricted picklist
 */
record SObjectField(String name, String type, int length, List<String> choices, Set<String> flags) {

    boolean is(String flag) {
        return flags.contains(flag);
    }

    SObjectField without(String flag) {
        return new SObjectField(
                name,
                type,
                length,
                choices,
                flags.stream().filter(each -> !each.equals(flag)).collect(Collectors.toSet()));
    }

    boolean isText() {
        return switch (type) {
            case "boolean", "int", "currency", "date", "datetime" -> false;
            default -> true;
        };
    }
}
