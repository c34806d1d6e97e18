package dev.switchboard.sandbox.salesforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as understood; {@code count} when it selects {@code COUNT()}. */
record Soql(
        List<String> fields,
        boolean count,
        String from,
        @Nullable Condition where,
        List<Order> orders,
        int limit,
        int offset) {

    /** What a record has to fulfil. */
    sealed interface Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    record Not(Condition inner) implements Condition {}

    /** {@code operator} is upper-case; {@code IN} and {@code NOT IN} have any number of values, others one. */
    record Comparison(String field, String operator, List<SoqlLexer.Token> values) implements Condition {}

    record Order(String field, boolean descending) {}
}
