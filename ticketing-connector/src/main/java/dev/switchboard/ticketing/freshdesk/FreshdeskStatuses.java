package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.runtime.adapter.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Freshdesk's statuses in our words.
 *
 * @param own those from 6 on, which companies make themselves, by number
 */
record FreshdeskStatuses(Map<Integer, TicketStatus> own) {
    private static final String MAP = "FRESHDESK_STATUS_MAP";
    private static final String PAIR = "\\s*[0-9]{1,4}\\s*=\\s*(open|pending|on-hold|solved|closed)\\s*";

    FreshdeskStatuses {
        own = Map.copyOf(own);
    }

    static FreshdeskStatuses of(Settings settings) {
        return new FreshdeskStatuses(settings.find(MAP).isEmpty() ? Map.of() : own(settings));
    }

    TicketStatus of(int number) {
        return switch (number) {
            case 2 -> TicketStatus.OPEN;
            case 3 -> TicketStatus.PENDING;
            case 4 -> TicketStatus.SOLVED;
            case 5 -> TicketStatus.CLOSED;
            default -> own.getOrDefault(number, TicketStatus.UNKNOWN);
        };
    }

    /** As automation rules write it, in English; empty for names that companies have given, or in another language. */
    static Optional<TicketStatus> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "open" -> Optional.of(TicketStatus.OPEN);
            case "pending" -> Optional.of(TicketStatus.PENDING);
            case "resolved" -> Optional.of(TicketStatus.SOLVED);
            case "closed" -> Optional.of(TicketStatus.CLOSED);
            default -> Optional.empty();
        };
    }

    private static Map<Integer, TicketStatus> own(Settings settings) {
        String written = settings.get(MAP, PAIR + "(," + PAIR + ")*", "a list such as 6=pending,7=on-hold");
        return Arrays.stream(written.split(","))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> Integer.parseInt(pair[0].strip()), pair -> status(pair[1].strip())));
    }

    private static TicketStatus status(String word) {
        return Arrays.stream(TicketStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
