package dev.switchboard.gateway.webhook;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Form fields, a field with every value it has. Sorted by name, as signatures want them. */
public record Form(SortedMap<String, List<String>> fields) {
    private static final int MOST_FIELDS = 1000;

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws RefusedException when the encoding is broken or not of UTF-8
     */
    public static Form parse(byte[] body) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        int start = 0;
        int count = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i < body.length && body[i] != '&') {
                continue;
            }
            if (i > start) {
                if (++count > MOST_FIELDS) {
                    throw RefusedException.malformed("The form has too many fields.");
                }
                field(body, start, i, fields);
            }
            start = i + 1;
        }
        return new Form(fields);
    }

    /** The first value; empty when the field is missing or blank. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst).filter(value -> !value.isBlank());
    }

    /**
     * The first value.
     *
     * @throws RefusedException when the field is missing or blank
     */
    public String required(String name) {
        return value(name).orElseThrow(() -> RefusedException.malformed("The field " + name + " is missing."));
    }

    boolean repeats() {
        return fields.values().stream().anyMatch(values -> values.size() > 1);
    }

    /** Every field's first value: all there is when no field is repeated. */
    Map<String, String> single() {
        Map<String, String> single = new TreeMap<>();
        fields.forEach((name, values) -> single.put(name, values.getFirst()));
        return single;
    }

    private static void field(byte[] body, int start, int end, SortedMap<String, List<String>> fields) {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        String name = decoded(body, start, equals);
        String value = equals < end ? decoded(body, equals + 1, end) : "";
        fields.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    private static String decoded(byte[] body, int start, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            switch (body[i]) {
                case '+' -> bytes.write(' ');
                case '%' -> {
                    if (i + 2 > end - 1) {
                        throw RefusedException.malformed("The form's percent-encoding is broken.");
                    }
                    bytes.write(hex(body[i + 1]) << 4 | hex(body[i + 2]));
                    i += 2;
                }
                default -> bytes.write(body[i]);
            }
        }
        return InboundRequest.utf8(bytes.toByteArray());
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        if (value < 0) {
            throw RefusedException.malformed("The form's percent-encoding is broken.");
        }
        return value;
    }

    /** The form as a sender would write it; for tests of signatures and for the warm-up. */
    public static byte[] encoded(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }
}
