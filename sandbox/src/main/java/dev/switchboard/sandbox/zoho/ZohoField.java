package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.util.List;
import java.util.Set;

/**
 * A field of a module.
 *
 * @param length the most characters, 0 when the type has none
 * @param choices the only values of a pick list, or the module of a lookup
 */
record ZohoField(String name, String type, int length, List<String> choices, Set<String> flags) {

    boolean is(String flag) {
        return flags.contains(flag);
    }

    boolean isReference() {
        return type.equals("lookup") || type.equals("related") || type.equals("parent");
    }

    /** As {@code /settings/fields} tells it. */
    ObjectNode described() {
        ObjectNode described = Json.object()
                .put("api_name", name)
                .put("data_type", type)
                .put("length", length)
                .put("read_only", is("readonly"))
                .put("system_mandatory", is("required"));
        ObjectNode unique = described.putObject("unique");
        if (is("unique")) {
            unique.put("casesensitive", "false");
        }
        ArrayNode values = described.putArray("pick_list_values");
        if (type.equals("picklist")) {
            choices.forEach(
                    choice -> values.addObject().put("actual_value", choice).put("display_value", choice));
        }
        return described;
    }
}
