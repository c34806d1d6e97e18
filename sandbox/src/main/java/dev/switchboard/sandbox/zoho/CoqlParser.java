package dev.switchboard.sandbox.zoho;

import dev.switchboard.sandbox.AnsweredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what clients of one module need of COQL. Conditions go in pairs: a third one without parentheses is an error. */
final class CoqlParser {

    private static final CoqlLexer.Token END = new CoqlLexer.Token("<end>", false);
    private static final Set<String> OPERATORS = Set.of("=", "!=", "<", ">", "<=", ">=", "like");
    private static final int MOST_FIELDS = 50;
    private static final int MOST_VALUES = 50;
    private static final int MOST_ROWS = 200;

    private final List<CoqlLexer.Token> tokens;
    private int position;

    private CoqlParser(List<CoqlLexer.Token> tokens) {
        this.tokens = tokens;
    }

    static Coql parse(String coql) {
        CoqlParser parser = new CoqlParser(CoqlLexer.tokens(coql));
        Coql query = parser.query();
        if (!parser.atEnd()) {
            throw parser.unexpected();
        }
        return query;
    }

    private Coql query() {
        expect("select");
        List<String> fields = new ArrayList<>();
        do {
            fields.add(word());
        } while (accept(","));
        expect("from");
        String module = word();
        // A query without a condition is refused.
        expect("where");
        Coql.Condition where = condition();
        List<Coql.Order> orders = accept("order") ? orders() : List.of();
        int limit = MOST_ROWS;
        int offset = 0;
        if (accept("limit")) {
            limit = number();
            if (accept(",")) {
                offset = limit;
                limit = number();
            }
        }
        if (accept("offset")) {
            offset = number();
        }
        if (fields.size() > MOST_FIELDS || limit > MOST_ROWS) {
            throw ZohoErrors.syntax("limit");
        }
        return new Coql(List.copyOf(fields), module, where, orders, limit, offset);
    }

    private Coql.Condition condition() {
        Coql.Condition left = term();
        if (accept("and")) {
            return new Coql.Both(left, term());
        }
        return accept("or") ? new Coql.Either(left, term()) : left;
    }

    private Coql.Condition term() {
        if (accept("(")) {
            Coql.Condition inner = condition();
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Coql.Condition comparison() {
        String field = word();
        if (accept("is")) {
            boolean not = accept("not");
            expect("null");
            return new Coql.Comparison(field, not ? "is not null" : "is null", List.of());
        }
        boolean not = accept("not");
        if (not || peek().is("in")) {
            expect("in");
            return new Coql.Comparison(field, not ? "not in" : "in", values());
        }
        String operator = peek().text().toLowerCase(Locale.ROOT);
        if (peek().literal() || !OPERATORS.contains(operator)) {
            throw unexpected();
        }
        next();
        return new Coql.Comparison(field, operator, List.of(value()));
    }

    private List<String> values() {
        expect("(");
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        if (values.size() > MOST_VALUES) {
            throw ZohoErrors.syntax("in");
        }
        return List.copyOf(values);
    }

    private List<Coql.Order> orders() {
        expect("by");
        List<Coql.Order> orders = new ArrayList<>();
        do {
            String field = word();
            boolean descending = accept("desc");
            if (!descending) {
                accept("asc");
            }
            orders.add(new Coql.Order(field, descending));
        } while (accept(","));
        return List.copyOf(orders);
    }

    private String value() {
        CoqlLexer.Token token = next();
        if (!token.literal() && !token.text().matches("-?\\d+(\\.\\d+)?|true|false")) {
            throw ZohoErrors.syntax(token.text());
        }
        return token.text();
    }

    private int number() {
        CoqlLexer.Token token = next();
        if (token.literal() || !token.text().matches("\\d{1,6}")) {
            throw ZohoErrors.syntax(token.text());
        }
        return Integer.parseInt(token.text());
    }

    private String word() {
        CoqlLexer.Token token = next();
        if (token.literal() || !token.text().matches("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*")) {
            throw ZohoErrors.syntax(token.text());
        }
        return token.text();
    }

    private boolean accept(String word) {
        boolean found = peek().is(word);
        position += found ? 1 : 0;
        return found;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    private CoqlLexer.Token next() {
        if (atEnd()) {
            throw unexpected();
        }
        CoqlLexer.Token token = peek();
        position++;
        return token;
    }

    private CoqlLexer.Token peek() {
        return atEnd() ? END : tokens.get(position);
    }

    private boolean atEnd() {
        return position >= tokens.size();
    }

    private AnsweredException unexpected() {
        return ZohoErrors.syntax(peek().text());
    }
}
