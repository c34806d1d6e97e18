package dev.switchboard.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SOQL into words, string literals and symbols. */
final class SoqlLexer {

    /** A piece; a string literal has its escapes resolved. */
    record Token(String text, boolean literal) {
        boolean is(String word) {
            return !literal && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|(?<literal>'(?:[^'\\\\\\n]|\\\\.)*')|(?<word>[\\w.:+-]+)|(?<symbol><=|>=|!=|<>|[=<>(),])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Map<Character, String> ESCAPES = Map.of(
            'n', "\n", 'r', "\r", 't', "\t", 'b', "\b", 'f', "\f", '\'', "'", '"', "\"", '\\', "\\", '_', "\\_", '%',
            "\\%");

    private SoqlLexer() {}

    static List<Token> tokens(String soql) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(soql);
        int position = 0;
        while (position < soql.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw SalesforceErrors.invalid(
                        "MALFORMED_QUERY",
                        "line 1:" + position + " no viable alternative at character '" + soql.charAt(position) + "'");
            }
            if (matcher.group("literal") != null) {
                tokens.add(new Token(unescape(matcher.group("literal")), true));
            } else if (!matcher.group().isBlank()) {
                tokens.add(new Token(matcher.group(), false));
            }
            position = matcher.end();
        }
        return tokens;
    }

    private static String unescape(String quoted) {
        return ESCAPE.matcher(quoted.substring(1, quoted.length() - 1)).replaceAll(escape -> {
            String meant = ESCAPES.get(escape.group(1).charAt(0));
            if (meant == null) {
                throw SalesforceErrors.invalid(
                        "MALFORMED_QUERY",
                        "Invalid string literal " + quoted + ". Illegal character sequence '" + escape.group()
                                + "' in string literal.");
            }
            return Matcher.quoteReplacement(meant);
        });
    }
}
