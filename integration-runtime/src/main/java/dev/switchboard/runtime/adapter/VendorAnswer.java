package dev.switchboard.runtime.adapter;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A vendor's answer.
 *
 * @param headers by name, whatever the case; the first value of each
 * @param body as text; possibly empty, possibly not what the vendor promises
 */
public record VendorAnswer(int status, Map<String, String> headers, String body) {
    public VendorAnswer {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without body and headers: they may hold personal data. */
    @Override
    public String toString() {
        return "VendorAnswer[" + status + "]";
    }
}
