package dev.switchboard.gateway.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the number of an order or ticket in a sentence: "#1001", "1,001", "one thousand and one", "ten oh one". */
final class SpokenNumber {
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w+])#?([A-Za-z]{0,4}-?\\d[\\d,. -]*\\d)(?![\\w])");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 18;
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("oh", 0),
            Map.entry("o", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    private SpokenNumber() {}

    static Optional<String> in(String text) {
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            String number = digits.group(1).replaceAll("[,. ]", "").replaceAll("(?<=\\d)-(?=\\d)", "");
            if (isOne(number)) {
                return Optional.of(number);
            }
        }
        return spoken(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }

    private static Optional<String> spoken(List<String> words) {
        List<String> run = new ArrayList<>();
        for (int i = 0; i <= words.size(); i++) {
            if (i < words.size() && continues(run, words, i)) {
                run.add(words.get(i));
                continue;
            }
            String number = value(run);
            if (isOne(number)) {
                return Optional.of(number);
            }
            run.clear();
            if (i < words.size() && isNumber(words.get(i))) {
                run.add(words.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean continues(List<String> run, List<String> words, int i) {
        String word = words.get(i);
        boolean joins = word.equals("and") || word.equals("hundred") || word.equals("thousand");
        return isNumber(word) || (joins && !run.isEmpty());
    }

    private static boolean isNumber(String word) {
        return UNITS.containsKey(word) || TENS.containsKey(word) || word.matches("\\d{1,3}");
    }

    private static String value(List<String> run) {
        List<String> words = run.stream().filter(word -> !word.equals("and")).toList();
        return words.contains("hundred") || words.contains("thousand") ? cardinal(words) : oneByOne(words);
    }

    /** "one thousand and one" is 1001, "twenty one hundred" is 2100. */
    private static String cardinal(List<String> words) {
        long total = 0;
        long part = 0;
        for (String word : words) {
            switch (word) {
                case "hundred" -> part = Math.max(1, part) * 100;
                case "thousand" -> {
                    total += Math.max(1, part) * 1000;
                    part = 0;
                }
                default -> part += small(word);
            }
        }
        return Long.toString(total + part);
    }

    /** "ten oh one" is 1001, "twenty five twelve" is 2512. */
    private static String oneByOne(List<String> words) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean joined = TENS.containsKey(word)
                    && i + 1 < words.size()
                    && UNITS.containsKey(words.get(i + 1))
                    && small(words.get(i + 1)) > 0
                    && small(words.get(i + 1)) < 10;
            digits.append(joined ? Integer.toString(small(word) + small(words.get(++i))) : literal(word));
        }
        return digits.toString();
    }

    private static String literal(String word) {
        return word.matches("\\d+") ? word : Integer.toString(small(word));
    }

    private static int small(String word) {
        Integer unit = UNITS.get(word);
        if (unit != null) {
            return unit;
        }
        Integer tens = TENS.get(word);
        return tens != null ? tens : Integer.parseInt(word);
    }

    private static boolean isOne(String number) {
        long digits = number.chars().filter(Character::isDigit).count();
        return digits >= SHORTEST && digits <= LONGEST;
    }
}
