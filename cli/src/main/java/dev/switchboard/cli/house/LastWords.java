package dev.switchboard.cli.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a service that ended had to say: the last line of its log that means something to a reader. */
final class LastWords {
    private static final Pattern STACK_FRAME =
            Pattern.compile("\\s+at .*|\\s*\\.\\.\\. \\d+ (more|common frames omitted)");
    private static final Pattern PROBLEM =
            Pattern.compile(".*(\\b(ERROR|FATAL|SEVERE)\\b|Exception\\b|Error: |Caused by: ).*");
    private static final int LONGEST = 300;

    private LastWords() {}

    static String of(Path log) {
        try {
            // Read leniently: a killed process may have stopped in the middle of a character.
            return of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException _) {
            return "it wrote nothing";
        }
    }

    /** The root cause when there is one, else the last problem, else the last line. */
    static String of(List<String> lines) {
        var meaningful = lines.stream()
                .filter(line -> !line.isBlank())
                .filter(line -> !STACK_FRAME.matcher(line).matches())
                .toList();
        return meaningful.reversed().stream()
                .filter(line -> PROBLEM.matcher(line).matches())
                .findFirst()
                .or(() -> meaningful.reversed().stream().findFirst())
                .map(LastWords::shortened)
                .orElse("it wrote nothing");
    }

    private static String shortened(String line) {
        var text = line.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
