package dev.switchboard.sandbox.zoho;

import java.util.List;

/** A query as understood. */
record Coql(List<String> fields, String module, Condition where, List<Order> orders, int limit, int offset) {

    /** What a record has to fulfil. */
    sealed interface Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    /** {@code operator} is lower-case; {@code in} and {@code not in} have any number of values, {@code is null} has none. */
    record Comparison(String field, String operator, List<String> values) implements Condition {}

    record Order(String field, boolean descending) {}
}
