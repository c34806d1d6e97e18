package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code multipart/form-data} body as the JSON body it stands for; {@code attachments[]} are objects with name and content. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\n]*[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)content-disposition:[^\\n]*filename=\"([^\"]*)\"");
    private static final String ATTACHMENTS = "attachments";

    private Multipart() {}

    /** Empty when the body is something else. */
    static Optional<ObjectNode> parse(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.matches()) {
            return Optional.empty();
        }
        ObjectNode fields = Json.object();
        for (String section : request.body().split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int headersEnd = section.indexOf("\r\n\r\n");
            if (headersEnd >= 0) {
                String content = section.substring(headersEnd + 4).replaceFirst("\\r\\n$", "");
                add(fields, section.substring(0, headersEnd), content);
            }
        }
        return Optional.of(fields);
    }

    /** Forms have no types, so here, and only here, Freshdesk reads a boolean from its name. */
    private static void add(ObjectNode fields, String headers, String content) {
        Matcher name = NAME.matcher(headers);
        Matcher file = FILE.matcher(headers);
        if (!name.find()) {
            return;
        }
        if (name.group(1).equals(ATTACHMENTS + "[]")) {
            ArrayNode files = fields.withArray(ATTACHMENTS);
            files.addObject().put("name", file.find() ? file.group(1) : "").put("content", content);
            return;
        }
        if (content.equals("true") || content.equals("false")) {
            fields.put(name.group(1), Boolean.parseBoolean(content));
            return;
        }
        fields.put(name.group(1), content);
    }
}
