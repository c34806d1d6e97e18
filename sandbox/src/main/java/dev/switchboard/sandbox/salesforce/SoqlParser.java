package dev.switchboard.sandbox.salesforce;

import dev.switchboard.sandbox.AnsweredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the part of SOQL that clients of one object need; everything else is MALFORMED_QUERY. */
final class SoqlParser {

    private static final SoqlLexer.Token END = new SoqlLexer.Token("<EOF>", false);
    private static final Set<String> OPERATORS = Set.of("=", "!=", "<>", "<", ">", "<=", ">=", "LIKE");

    private final List<SoqlLexer.Token> tokens;
    private int position;

    private SoqlParser(List<SoqlLexer.Token> tokens) {
        this.tokens = tokens;
    }

    static Soql parse(String soql) {
        SoqlParser parser = new SoqlParser(SoqlLexer.tokens(soql));
        Soql query = parser.query();
        if (!parser.atEnd()) {
            throw parser.unexpected();
        }
        return query;
    }

    private Soql query() {
        expect("SELECT");
        List<String> fields = new ArrayList<>();
        do {
            fields.add(word());
        } while (accept(","));
        boolean count = fields.equals(List.of("COUNT")) || fields.equals(List.of("count"));
        if (count) {
            expect("(");
            expect(")");
        }
        expect("FROM");
        String from = word();
        Soql.Condition where = accept("WHERE") ? either() : null;
        List<Soql.Order> orders = accept("ORDER") ? orders() : List.of();
        int limit = accept("LIMIT") ? number() : Integer.MAX_VALUE;
        int offset = accept("OFFSET") ? number() : 0;
        return new Soql(List.copyOf(fields), count, from, where, orders, limit, offset);
    }

    private Soql.Condition either() {
        Soql.Condition left = term();
        if (peek().is("AND")) {
            while (accept("AND")) {
                left = new Soql.Both(left, term());
            }
            // SOQL itself refuses a mixture of AND and OR without parentheses.
            return left;
        }
        while (accept("OR")) {
            left = new Soql.Either(left, term());
        }
        return left;
    }

    private Soql.Condition term() {
        if (accept("(")) {
            Soql.Condition inner = either();
            expect(")");
            return inner;
        }
        return accept("NOT") ? new Soql.Not(term()) : comparison();
    }

    private Soql.Condition comparison() {
        String field = word();
        boolean negated = accept("NOT");
        if (negated || peek().is("IN")) {
            expect("IN");
            expect("(");
            List<SoqlLexer.Token> values = new ArrayList<>();
            do {
                values.add(next());
            } while (accept(","));
            expect(")");
            return new Soql.Comparison(field, negated ? "NOT IN" : "IN", List.copyOf(values));
        }
        String operator = peek().text().toUpperCase(Locale.ROOT);
        if (peek().literal() || !OPERATORS.contains(operator)) {
            throw unexpected();
        }
        next();
        return new Soql.Comparison(field, operator.equals("<>") ? "!=" : operator, List.of(next()));
    }

    private List<Soql.Order> orders() {
        expect("BY");
        List<Soql.Order> orders = new ArrayList<>();
        do {
            String field = word();
            boolean descending = accept("DESC");
            if (!descending) {
                accept("ASC");
            }
            if (accept("NULLS") && !accept("FIRST")) {
                expect("LAST");
            }
            orders.add(new Soql.Order(field, descending));
        } while (accept(","));
        return List.copyOf(orders);
    }

    private int number() {
        SoqlLexer.Token token = peek();
        if (token.literal() || !token.text().matches("\\d{1,6}")) {
            throw unexpected();
        }
        return Integer.parseInt(next().text());
    }

    private String word() {
        SoqlLexer.Token token = peek();
        if (token.literal() || !token.text().matches("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*")) {
            throw unexpected();
        }
        return next().text();
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

    private SoqlLexer.Token next() {
        if (atEnd()) {
            throw unexpected();
        }
        SoqlLexer.Token token = peek();
        position++;
        return token;
    }

    private SoqlLexer.Token peek() {
        return atEnd() ? END : tokens.get(position);
    }

    private boolean atEnd() {
        return position >= tokens.size();
    }

    private AnsweredException unexpected() {
        return SalesforceErrors.invalid("MALFORMED_QUERY", "unexpected token: '" + peek().text() + "'");
    }
}
