package dev.switchboard.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A list resource: filters from the query, newest first, a page at a time. */
final class Listing {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private Listing() {}

    static Answer page(Request request, String name, List<ObjectNode> matching) {
        List<ObjectNode> newestFirst = matching.reversed();
        int size = Math.clamp(number(request, "PageSize", STANDARD_PAGE), 1, LARGEST_PAGE);
        int page = Math.max(0, number(request, "Page", 0));
        int start = Math.min(page * size, newestFirst.size());
        int end = Math.min(start + size, newestFirst.size());
        ObjectNode body = Json.object()
                .put("page", page)
                .put("page_size", size)
                .put("start", start)
                .put("end", Math.max(start, end - 1))
                .put("uri", uri(request, page, size))
                .put("first_page_uri", uri(request, 0, size))
                .put("next_page_uri", end < newestFirst.size() ? uri(request, page + 1, size) : null)
                .put("previous_page_uri", page > 0 ? uri(request, page - 1, size) : null);
        body.set(name, Json.array(newestFirst.subList(start, end)));
        return Answer.json(200, body);
    }

    /** A filter on equality; everything passes when the query does not have it. */
    static Predicate<ObjectNode> equal(Request request, String parameter, String field) {
        Optional<String> wanted = request.query(parameter);
        return resource -> wanted.isEmpty() || resource.path(field).asText().equals(wanted.get());
    }

    /** {@code DateSent=}, {@code DateSent<=} and {@code DateSent>=}: the sign is a part of the parameter's name. */
    static Predicate<ObjectNode> time(Request request, String parameter, String field) {
        Optional<String> on = request.query(parameter);
        Optional<Instant> until = request.query(parameter + "<").map(text -> bound(parameter, text, true));
        Optional<Instant> since = request.query(parameter + ">").map(text -> bound(parameter, text, false));
        return resource -> {
            if (resource.path(field).isNull() || resource.path(field).isMissingNode()) {
                return on.isEmpty() && until.isEmpty() && since.isEmpty();
            }
            Instant at = Account.instant(resource.path(field).asText());
            return on.map(day -> isWithin(parameter, day, at)).orElse(true)
                    && until.map(last -> !at.isAfter(last)).orElse(true)
                    && since.map(first -> !at.isBefore(first)).orElse(true);
        };
    }

    private static boolean isWithin(String parameter, String day, Instant at) {
        return !at.isBefore(bound(parameter, day, false)) && !at.isAfter(bound(parameter, day, true));
    }

    private static Instant bound(String parameter, String text, boolean isEnd) {
        try {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            LocalDate day = LocalDate.parse(text);
            Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            return isEnd
                    ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1)
                    : start;
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(20_001, "Invalid " + parameter + ": " + text);
        }
    }

    private static int number(Request request, String parameter, int standard) {
        String text = request.query(parameter).orElse("");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : standard;
    }

    private static String uri(Request request, int page, int size) {
        String filters = request.rawQuery()
                .replaceAll("(^|&)(Page|PageSize|PageToken)=[^&]*", "")
                .replaceFirst("^&", "");
        String prefix = filters.isEmpty() ? "" : filters + "&";
        return request.path() + "?" + prefix + "PageSize=" + size + "&Page=" + page;
    }
}
