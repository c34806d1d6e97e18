package dev.switchboard.telephony;

import dev.switchboard.events.Channel;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Category;
import dev.switchboard.integration.card.IntegrationCard.Setting;
import dev.switchboard.integration.port.TelephonySystem;
import dev.switchboard.integration.port.TextSender;
import dev.switchboard.runtime.adapter.ConnectedSystem;
import dev.switchboard.runtime.messaging.UnworkableException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which system carries what. Where there is none, the refusal names the variables that would turn one on.
 *
 * @param connected the systems that are on, the preferred ones first
 * @param cards every system there is
 */
record Senders(Supplier<List<ConnectedSystem>> connected, List<IntegrationCard> cards) {
    Senders {
        cards = List.copyOf(cards);
    }

    /** Who sends texts over the channel: any telephony system for SMS, the channel's own system for chats. */
    TextSender over(Channel channel) {
        return switch (channel) {
            case SMS -> first(TextSender.class, Category.TELEPHONY);
            case WHATSAPP, MESSENGER, SLACK, TEAMS -> named(channel.name().toLowerCase(Locale.ROOT), TextSender.class);
            case PHONE, WEB ->
                throw new UnworkableException("Nothing can be written over the channel "
                        + channel.name().toLowerCase(Locale.ROOT) + "; the command has to name another");
        };
    }

    /** Who places calls. */
    TelephonySystem caller() {
        return first(TelephonySystem.class, Category.TELEPHONY);
    }

    /** The provider that carries a call. */
    TelephonySystem carrying(String provider) {
        return named(provider, TelephonySystem.class);
    }

    private <P extends IntegratedSystem> P first(Class<P> port, Category category) {
        return connected.get().stream()
                .filter(system -> system.card().category() == category)
                .map(ConnectedSystem::system)
                .filter(port::isInstance)
                .findFirst()
                .map(port::cast)
                .orElseThrow(() ->
                        off("No telephony system is on", cards.stream().filter(card -> card.category() == category)));
    }

    private <P extends IntegratedSystem> P named(String id, Class<P> port) {
        return connected.get().stream()
                .filter(system -> system.id().equals(id))
                .map(ConnectedSystem::system)
                .findFirst()
                .map(system -> offered(id, system, port))
                .orElseThrow(() -> off(
                        "The system " + id + " is not on",
                        cards.stream().filter(card -> card.id().equals(id))));
    }

    private static <P extends IntegratedSystem> P offered(String id, IntegratedSystem system, Class<P> port) {
        if (!port.isInstance(system)) {
            throw new UnworkableException("The system " + id + " does not offer this; the command has to name another");
        }
        return port.cast(system);
    }

    private static UnworkableException off(String what, Stream<IntegrationCard> candidates) {
        String ways =
                candidates.map(card -> variables(card) + " for " + card.name()).collect(Collectors.joining("; or "));
        return new UnworkableException(ways.isEmpty() ? what + ", and this release has none" : what + ": set " + ways);
    }

    /** Everything the system needs whatever the sign-in, and the recommended sign-in. */
    private static String variables(IntegrationCard card) {
        return Stream.concat(
                        card.settings().stream().filter(Setting::required).map(Setting::name),
                        card.auth().getFirst().settings().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
