package dev.switchboard.sandbox.twilio;

import dev.switchboard.sandbox.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request's form fields. The vendor reads forms only: of any other body it sees no field at all, so that JSON is
 * answered with a complaint about the first missing one.
 */
record Form(Map<String, List<String>> fields) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[2-9]\\d{2}[2-9]\\d{6}");
    private static final String TYPE = "application/x-www-form-urlencoded";

    Form {
        fields = Map.copyOf(fields);
    }

    static Form of(Request request) {
        boolean isForm = request.header("Content-Type").orElse("").startsWith(TYPE);
        return new Form(isForm ? request.form() : Map.of());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** E.164, also behind {@code whatsapp:}. */
    static boolean isPhoneNumber(String address) {
        String number = address.startsWith("whatsapp:") ? address.substring("whatsapp:".length()) : address;
        return number.startsWith("+1")
                ? NORTH_AMERICAN.matcher(number).matches()
                : E164.matcher(number).matches();
    }

    /** An absolute web address. */
    static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
