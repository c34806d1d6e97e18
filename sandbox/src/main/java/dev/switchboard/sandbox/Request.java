package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as one vendor sees it.
 *
 * @param baseUrl where this vendor is mounted, for links and {@code instance_url}; no trailing slash
 * @param path the raw path below the mount, starting with a slash
 * @param rawQuery as sent, empty when there is none
 * @param headers names in lower case
 * @param parameters the path template's variables, decoded
 */
public record Request(
        String baseUrl,
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> headers,
        String body,
        Map<String, String> parameters) {

    public Request {
        headers = Map.copyOf(headers);
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(List::getFirst);
    }

    /** A path variable; asking for one that the template lacks is a bug. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no path variable " + name);
        }
        return value;
    }

    public Map<String, List<String>> query() {
        return UrlEncoding.decodePairs(rawQuery);
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query().get(name)).map(List::getFirst);
    }

    /** The body as a JSON object, refused when the Content-Type or the body is something else. */
    public ObjectNode json() {
        requireContentType("application/json");
        if (jsonTree() instanceof ObjectNode object) {
            return object;
        }
        throw new RefusedException(new Refusal.InvalidJson("a JSON object was expected"));
    }

    /** The fields of a form, refused when the Content-Type is something else. */
    public Map<String, List<String>> form() {
        requireContentType("application/x-www-form-urlencoded");
        return UrlEncoding.decodePairs(body);
    }

    /** The first value of a form field. */
    public Optional<String> form(String name) {
        return Optional.ofNullable(form().get(name)).map(List::getFirst);
    }

    public void requireContentType(String expected) {
        String sent = header("Content-Type").orElse("");
        if (!sent.split(";", 2)[0].strip().equalsIgnoreCase(expected)) {
            throw new RefusedException(new Refusal.UnsupportedMediaType(sent));
        }
    }

    private JsonNode jsonTree() {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw new RefusedException(new Refusal.InvalidJson("the body is not JSON"));
        }
    }

    Request with(Map<String, String> pathVariables) {
        return new Request(baseUrl, method, path, rawQuery, headers, body, pathVariables);
    }
}
