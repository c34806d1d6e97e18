package dev.switchboard.ticketing.servicenow;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An encoded query. Its language has no escape: a caret ends a condition, a value that begins with {@code javascript:} is run, and
 * a condition that makes no sense is ignored, so that the rest, possibly nothing, selects. So a value that could be read as anything
 * else than itself is not asked for, and no such record is known.
 *
 * @see <a href="https://www.servicenow.com/docs/bundle/australia-platform-user-interface/page/use/common-ui-elements/reference/r_OpAvailableFiltersQueries.html">Operators</a>
 */
record ServicenowQuery(String text) {
    /** Nothing we look for is kept in a longer column. */
    private static final int LONGEST_VALUE = 255;

    private static final String OR = "^OR";

    /** The column holds exactly this, upper and lower case alike; empty when that cannot be asked. */
    static Optional<ServicenowQuery> equal(String column, String value) {
        return askable(value) ? Optional.of(new ServicenowQuery(column + "=" + value)) : Optional.empty();
    }

    /** One of the columns holds one of the values, those that cannot be asked for left out; empty when none is left. */
    static Optional<ServicenowQuery> anyIn(List<String> columns, Collection<String> values) {
        String list = values.stream()
                .filter(value -> askable(value) && value.indexOf(',') < 0)
                .collect(Collectors.joining(","));
        return list.isEmpty() ? Optional.empty() : Optional.of(any(columns, "IN" + list));
    }

    /** One of the columns ends in these digits. */
    static ServicenowQuery anyEndingIn(List<String> columns, String digits) {
        if (!digits.matches("[0-9]+")) {
            throw new IllegalArgumentException("Not digits");
        }
        return any(columns, "ENDSWITH" + digits);
    }

    /** Both; alternatives bind tighter. */
    ServicenowQuery and(ServicenowQuery other) {
        return new ServicenowQuery(text + "^" + other.text);
    }

    ServicenowQuery and(String column, String constant) {
        return equal(column, constant).map(this::and).orElseThrow();
    }

    /** Without an order pages overlap. */
    ServicenowQuery oldestFirst() {
        return new ServicenowQuery(text + "^ORDERBYsys_created_on^ORDERBYsys_id");
    }

    /** What is made in the same second goes by number. */
    ServicenowQuery newestFirst() {
        return new ServicenowQuery(text + "^ORDERBYDESCsys_created_on^ORDERBYDESCnumber");
    }

    @Override
    public String toString() {
        return "ServicenowQuery[…]";
    }

    private static ServicenowQuery any(List<String> columns, String condition) {
        return new ServicenowQuery(
                columns.stream().map(column -> column + condition).collect(Collectors.joining(OR)));
    }

    private static boolean askable(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST_VALUE
                && value.indexOf('^') < 0
                && value.codePoints().noneMatch(ServicenowQuery::invisible)
                && !value.replaceAll("\\s", "").toLowerCase(Locale.ROOT).startsWith("javascript:");
    }

    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
