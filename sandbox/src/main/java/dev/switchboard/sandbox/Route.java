package dev.switchboard.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One method and path template with its handler. */
record Route(String method, Pattern path, List<String> variables, Access access, Handler handler) {

    enum Access {
        /** The vendor's credential check comes first. */
        CREDENTIAL,
        /** Anybody may call it. */
        OPEN,
        /** It gives tokens out: open, and spared by faults that do not ask for it. */
        TOKEN
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    static Route of(String method, String template, Access access, Handler handler) {
        StringBuilder regex = new StringBuilder();
        List<String> variables = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(template);
        int end = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(template.substring(end, variable.start())))
                    .append("([^/]+)");
            variables.add(variable.group(1));
            end = variable.end();
        }
        regex.append(Pattern.quote(template.substring(end)));
        return new Route(method, Pattern.compile(regex.toString()), List.copyOf(variables), access, handler);
    }

    Optional<Map<String, String>> match(String rawPath) {
        Matcher matcher = path.matcher(rawPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            values.put(variables.get(i), UrlEncoding.decodeSegment(matcher.group(i + 1)));
        }
        return Optional.of(values);
    }
}
