package dev.switchboard.runtime.adapter;

import dev.switchboard.events.Conversation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which systems serve which conversation, as {@code SWITCHBOARD_ROUTES} says: rules separated by {@code ;}, each a condition and
 * the systems to ask in their order, the first rule that fits wins.
 *
 * <pre>{@code line:+14155550001=zoho,servicenow; channel:whatsapp=hubspot; tenant:acme=pipedrive,intercom}</pre>
 */
final class Routes {
    private final List<Route> rules;

    private Routes(List<Route> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads them.
     *
     * @param known the ids of all cards
     * @throws IllegalArgumentException when a rule is none; the message is a sentence for the user
     */
    static Routes parse(String text, List<String> known) {
        List<Route> rules = Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .map(Route::parse)
                .toList();
        rules.stream()
                .flatMap(rule -> rule.systems().stream())
                .filter(system -> !known.contains(system))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("SWITCHBOARD_ROUTES names " + unknown
                            + ", which is no system; there are " + String.join(", ", known) + ".");
                });
        return new Routes(rules);
    }

    /** The systems of the first rule that fits, in its order; none when no rule does. */
    List<String> systemsFor(Conversation conversation) {
        return rules.stream()
                .filter(rule -> rule.fits(conversation))
                .findFirst()
                .map(Route::systems)
                .orElse(List.of());
    }

    /** Every system that a rule names. */
    List<String> systems() {
        return rules.stream()
                .flatMap(rule -> rule.systems().stream())
                .distinct()
                .toList();
    }

    private record Route(What what, String value, List<String> systems) {
        static Route parse(String rule) {
            int colon = rule.indexOf(':');
            int equals = rule.indexOf('=');
            if (colon < 1 || equals < colon + 2 || equals == rule.length() - 1) {
                throw new IllegalArgumentException("SWITCHBOARD_ROUTES has the rule \"" + rule
                        + "\", but a rule is line:<number>, channel:<channel> or tenant:<name>, then = and the systems in their"
                        + " order, e.g. line:+14155550001=zoho,servicenow.");
            }
            List<String> systems = Stream.of(rule.substring(equals + 1).split(",", -1))
                    .map(String::strip)
                    .filter(system -> !system.isEmpty())
                    .toList();
            return new Route(
                    What.named(rule.substring(0, colon).strip()),
                    rule.substring(colon + 1, equals).strip(),
                    systems);
        }

        boolean fits(Conversation conversation) {
            return switch (what) {
                case LINE -> conversation.lineAddress().equals(value);
                case CHANNEL -> conversation.channel().name().equalsIgnoreCase(value);
                case TENANT -> Objects.equals(conversation.tenant(), value);
            };
        }
    }

    private enum What {
        LINE,
        CHANNEL,
        TENANT;

        static What named(String name) {
            return Stream.of(values())
                    .filter(what -> what.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("SWITCHBOARD_ROUTES asks for the " + name
                            + ", but only line, channel and tenant can be asked for."));
        }
    }
}
