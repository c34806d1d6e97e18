package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Named settings that make a vendor behave otherwise, such as a field that the account lacks. Unset by default. */
public final class Switches {

    private final Map<String, JsonNode> values = new ConcurrentHashMap<>();

    public void set(String name, JsonNode value) {
        values.put(name, value);
    }

    public void set(String name, Collection<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        set(name, array);
    }

    /** The value, or a missing node. */
    public JsonNode get(String name) {
        return values.getOrDefault(name, MissingNode.getInstance());
    }

    void clear() {
        values.clear();
    }
}
