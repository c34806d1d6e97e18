package dev.switchboard.sandbox.salesforce;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object and its fields, found without regard to case. */
record SObjectType(String name, String prefix, Map<String, SObjectField> fields) {

    SObjectType {
        Map<String, SObjectField> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(fields);
        fields = anyCase;
    }

    Optional<SObjectField> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /** The reference behind a relationship: {@code Account} on a contact is its {@code AccountId}. */
    Optional<SObjectField> relationship(String relationshipName) {
        return field(relationshipName + "Id").filter(field -> field.type().equals("reference"));
    }

    /** These are fields like any other: an administrator forgot to make external ids of them. */
    SObjectType withPlain(Collection<String> plain) {
        Map<String, SObjectField> changed = new TreeMap<>(fields);
        changed.replaceAll((field, known) -> plain.contains(field) ? known.without("external") : known);
        return new SObjectType(name, prefix, changed);
    }

    SObjectType without(Collection<String> lacking) {
        Map<String, SObjectField> left = new TreeMap<>(fields);
        left.keySet().removeIf(field -> lacking.contains(field) || lacking.contains(name + "." + field));
        return new SObjectType(name, prefix, left);
    }
}
