package dev.switchboard.sandbox.servicenow;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param length what is longer is cut without a word
 * @param reference the table a value is the sys_id of; null for plain values
 */
record Column(String name, Kind kind, int length, @Nullable String reference) {

    /** What is special about it. */
    enum Kind {
        PLAIN,
        /** Written to append an entry; reads as nothing. */
        JOURNAL,
        TIME
    }

    static Column text(String name, int length) {
        return new Column(name, Kind.PLAIN, length, null);
    }

    static Column reference(String name, String table) {
        return new Column(name, Kind.PLAIN, 32, table);
    }

    static Column journal(String name) {
        return new Column(name, Kind.JOURNAL, Integer.MAX_VALUE, null);
    }

    static Column time(String name) {
        return new Column(name, Kind.TIME, 40, null);
    }
}
