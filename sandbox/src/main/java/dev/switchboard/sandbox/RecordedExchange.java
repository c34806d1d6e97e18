package dev.switchboard.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request and what it was answered.
 *
 * @param path the raw path below the vendor's mount
 * @param requestHeaders names in lower case
 * @param status 0 when the connection was closed without an answer
 */
public record RecordedExchange(
        Instant at,
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> responseHeaders,
        String responseBody) {}
