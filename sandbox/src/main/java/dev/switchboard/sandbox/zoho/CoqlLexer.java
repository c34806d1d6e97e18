package dev.switchboard.sandbox.zoho;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts COQL into words, string literals and symbols. */
final class CoqlLexer {

    /** A piece; a string literal has its escapes resolved. */
    record Token(String text, boolean literal) {
        boolean is(String word) {
            return !literal && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|(?<literal>'(?:[^'\\\\]|\\\\['\\\\])*+')|(?<word>[\\w.$:+-]+)|(?<symbol><=|>=|!=|[=<>(),])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private CoqlLexer() {}

    static List<Token> tokens(String coql) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(coql);
        int position = 0;
        while (position < coql.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw ZohoErrors.syntax(String.valueOf(coql.charAt(position)));
            }
            String literal = matcher.group("literal");
            if (literal != null) {
                String escaped = literal.substring(1, literal.length() - 1);
                tokens.add(new Token(ESCAPE.matcher(escaped).replaceAll("$1"), true));
            } else if (!matcher.group().isBlank()) {
                tokens.add(new Token(matcher.group(), false));
            }
            position = matcher.end();
        }
        return tokens;
    }
}
