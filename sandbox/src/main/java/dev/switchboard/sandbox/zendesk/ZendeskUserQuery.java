package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user search language: {@code email:"a@b.c"}, {@code phone:14155550100}, {@code phone:*5550100},
 * {@code role:end-user} and plain words. A term whose value is empty, as when a raw plus turned into a space, finds
 * nobody.
 */
record ZendeskUserQuery(List<Term> terms) {

    private static final Pattern TERM = Pattern.compile("(?:(\\w+):)?(\"[^\"]*\"|\\S+|(?<=:))");

    record Term(String field, String value) {}

    static ZendeskUserQuery parse(String query) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(query);
        while (matcher.find()) {
            String field = matcher.group(1) == null ? "" : matcher.group(1).toLowerCase(Locale.ROOT);
            terms.add(new Term(field, matcher.group(2).replace("\"", "").toLowerCase(Locale.ROOT)));
        }
        return new ZendeskUserQuery(List.copyOf(terms));
    }

    boolean matches(ObjectNode user) {
        return !terms.isEmpty() && terms.stream().allMatch(term -> matches(user, term));
    }

    private static boolean matches(ObjectNode user, Term term) {
        if (term.value().isBlank()) {
            return false;
        }
        return switch (term.field()) {
            case "phone" -> matchesPhone(user.path("phone").asText(), term.value());
            case "" -> matchesWord(user, term.value());
            case "type" -> term.value().equals("user");
            default -> user.path(term.field()).asText().equalsIgnoreCase(term.value());
        };
    }

    private static boolean matchesPhone(String stored, String wanted) {
        String digits = digits(stored);
        if (wanted.startsWith("*")) {
            return !digits(wanted).isEmpty() && digits.endsWith(digits(wanted));
        }
        return stored.startsWith("+") ? digits.equals(digits(wanted)) : stored.equals(wanted);
    }

    private static boolean matchesWord(ObjectNode user, String word) {
        String name = user.path("name").asText().toLowerCase(Locale.ROOT);
        String email = user.path("email").asText().toLowerCase(Locale.ROOT);
        boolean phone = word.length() >= 7
                && digits(word).equals(word)
                && digits(user.path("phone").asText()).contains(word);
        return name.contains(word) || email.equals(word) || phone;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
