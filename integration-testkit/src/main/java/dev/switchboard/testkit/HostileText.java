package dev.switchboard.testkit;

import dev.switchboard.integration.EmailAddress;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What callers, customers and attackers can make a name, an address or a question of: the characters that queries, markup, paths
 * and parsers stumble over, alone, in known attacks, and mixed at random. The same in every run.
 */
public final class HostileText {
    private static final int MIXED = 150;
    private static final int LONGEST_MIX = 12;
    private static final String NOT_IN_ADDRESSES = "[\\s@\"<>,;:\\\\()]";

    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "\\",
            "`",
            "^",
            "%",
            "%27",
            "_",
            "*",
            "?",
            "&",
            "=",
            "+",
            "#",
            "/",
            "|",
            ";",
            ":",
            ",",
            "-",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "\n",
            "\r\n",
            "\t",
            " ",
            " OR ",
            " AND ",
            "NOT",
            "ORDERBY",
            "LIKE",
            "phone:",
            "email:",
            "javascript:",
            "<b>",
            "&amp;",
            "{{ticket.id}}",
            "${jndi:x}",
            "é",
            "ß",
            "中",
            "ع",
            "😀",
            "👩‍👧",
            "a",
            "Lee",
            "0");

    private static final List<String> KNOWN = List.of(
            "' OR '1'='1",
            "\" OR type:user \"",
            "x') OR Name LIKE '%",
            "x^ORactive=true",
            "x^NQsys_idISNOTEMPTY",
            "javascript:gs.getUserID()",
            "*:*",
            "sarah@example.com' OR email:'",
            "<script>alert(1)</script>",
            "</div><img src=x onerror=alert(1)>",
            "{\"operator\":\"OR\"}",
            "..%2f..%2f..%2fetc%2fpasswd",
            "a%00b",
            "x".repeat(10_000),
            "'".repeat(10_000),
            "😀".repeat(5_000),
            "word ".repeat(2_000));

    private HostileText() {}

    /** About 200 of them; none is blank. */
    public static List<String> strings() {
        Random random = new Random(20_261_123);
        Stream<String> mixed = IntStream.range(0, MIXED).mapToObj(each -> mix(random));
        return Stream.of(PIECES.stream(), KNOWN.stream(), mixed)
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** Those that can be a part of an e-mail address, each in an address of its own. */
    public static List<EmailAddress> addresses() {
        List<String> parts = strings().stream()
                .map(text -> text.replaceAll(NOT_IN_ADDRESSES, ""))
                .filter(text -> !text.isEmpty() && text.length() <= 50)
                .distinct()
                .toList();
        return IntStream.range(0, parts.size())
                .mapToObj(number -> new EmailAddress(parts.get(number) + "@host" + number + ".example"))
                .toList();
    }

    private static String mix(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(LONGEST_MIX))
                .mapToObj(each -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
