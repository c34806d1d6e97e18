package dev.switchboard.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@code query} argument: terms that all have to match, in groups of which one has to (split by {@code OR}). */
record SearchQuery(List<List<Term>> groups) {

    /** One condition; {@code field} is null for free text. A quoted value came in quotation marks. */
    record Term(@Nullable String field, String value, boolean quoted, boolean negated) {}

    SearchQuery {
        groups = groups.stream().map(List::copyOf).toList();
    }

    static SearchQuery parse(String text) {
        return new Parser(text).parse();
    }

    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        SearchQuery parse() {
            List<List<Term>> groups = new ArrayList<>();
            List<Term> group = new ArrayList<>();
            while (skipBlanks()) {
                Term term = term();
                boolean isWord = term.field() == null && !term.quoted();
                if (isWord && term.value().equals("OR")) {
                    groups.add(group);
                    group = new ArrayList<>();
                } else if (!(isWord
                        && (term.value().equals("AND") || term.value().isEmpty()))) {
                    group.add(term);
                }
            }
            groups.add(group);
            return new SearchQuery(groups);
        }

        private boolean skipBlanks() {
            while (at < text.length() && " \t\n()".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length();
        }

        private Term term() {
            boolean negated = text.charAt(at) == '-';
            at += negated ? 1 : 0;
            String field = field();
            boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
            return new Term(field, quoted ? quotedValue() : plainValue(), quoted, negated);
        }

        private @Nullable String field() {
            int end = at;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            if (end == at || end == text.length() || text.charAt(end) != ':') {
                return null;
            }
            String name = text.substring(at, end).toLowerCase(Locale.ROOT);
            at = end + 1;
            return name;
        }

        private String quotedValue() {
            char quote = text.charAt(at++);
            StringBuilder value = new StringBuilder();
            while (at < text.length() && text.charAt(at) != quote) {
                value.append(character());
            }
            at++;
            return value.toString();
        }

        private String plainValue() {
            StringBuilder value = new StringBuilder();
            while (at < text.length() && " \t\n()".indexOf(text.charAt(at)) < 0) {
                value.append(character());
            }
            return value.toString();
        }

        private char character() {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            return text.charAt(at++);
        }
    }
}
