package dev.switchboard.sandbox.whatsapp;

import dev.switchboard.sandbox.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code multipart/form-data} body, by name. */
final class Multipart {

    /** One field; a file has a content type of its own. */
    record Part(String contentType, String content) {}

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\n]*[; ]name=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^;\\r\\n]+)");

    private Multipart() {}

    static Map<String, Part> parse(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.matches()) {
            throw GraphError.invalid("The parameter file is required.");
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String section : request.body().split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int headersEnd = section.indexOf("\r\n\r\n");
            if (headersEnd < 0) {
                continue;
            }
            String headers = section.substring(0, headersEnd);
            String content = section.substring(headersEnd + 4).replaceFirst("\\r\\n$", "");
            Matcher name = NAME.matcher(headers);
            Matcher type = TYPE.matcher(headers);
            if (name.find()) {
                parts.put(name.group(1), new Part(type.find() ? type.group(1).strip() : "text/plain", content));
            }
        }
        return parts;
    }
}
