package dev.switchboard.cli.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of {@code NAME=value} lines. Empty lines and lines that start with {@code #} do not count, {@code export } in front
 * is allowed, and quotes around a value are taken off; {@code \n} in double quotes is a line's end, as a private key needs.
 */
final class DotEnv {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    private DotEnv() {}

    /** No file, no variables. */
    static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read: it must be UTF-8 text that you may read.", e);
        }
    }

    static Map<String, String> parse(List<String> lines) {
        var variables = new LinkedHashMap<String, String>();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var match = LINE.matcher(line);
            if (!match.matches()) {
                // The line itself stays out of the message: it may hold a secret.
                throw new CannotStart("Line " + number + " of .env is not NAME=value: mend it, or put a # in front.");
            }
            variables.put(match.group(1), unquoted(match.group(2)));
        }
        return variables;
    }

    private static String unquoted(String value) {
        if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
            return value.substring(1, value.length() - 1);
        }
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            return value.substring(1, value.length() - 1).replace("\\n", "\n");
        }
        return value;
    }
}
