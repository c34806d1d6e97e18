package dev.switchboard.gateway.running;

import dev.switchboard.gateway.CannotStartException;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.journal.JournalStart;
import dev.switchboard.gateway.twilio.TwilioAccount;
import dev.switchboard.gateway.whatsapp.WhatsAppApp;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What happens at start: a set-up that cannot work is refused in a sentence, a good one is told in a line. */
@Singleton
final class Start {
    private static final Logger LOG = Logger.getLogger("dev.switchboard.gateway");

    /** Before anything else starts: nothing has to be taken down again. */
    void refuseWhatCannotWork(
            @Observes @Priority(1) StartupEvent start,
            TwilioAccount twilio,
            WhatsAppApp whatsApp,
            GatewaySettings settings) {
        Stream.of(twilio.halfSet(), whatsApp.halfSet(), wrongAddress(settings), noBot(settings))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(wrong -> {
                    throw new CannotStartException(wrong);
                });
        LOG.infof(
                "Gateway starts: public address %s, channels %s, engine %s",
                settings.publicUrl(),
                channels(twilio, whatsApp),
                settings.engine().name().toLowerCase(Locale.ROOT));
    }

    void begin(@Observes StartupEvent start, JournalStart journal, WarmUp warmUp) {
        journal.open();
        warmUp.begin();
    }

    private static Optional<String> wrongAddress(GatewaySettings settings) {
        boolean good = settings.publicUrl().getHost() != null
                && settings.publicUrl().toString().matches("https?://.*");
        return good
                ? Optional.empty()
                : Optional.of("SWITCHBOARD_PUBLIC_URL has to be an absolute http or https address.");
    }

    private static Optional<String> noBot(GatewaySettings settings) {
        return settings.engine() == GatewaySettings.Engine.HTTP
                        && settings.bot().url().isEmpty()
                ? Optional.of("SWITCHBOARD_ENGINE is http, so SWITCHBOARD_BOT_URL has to be set to your bot's address.")
                : Optional.empty();
    }

    private static List<String> channels(TwilioAccount twilio, WhatsAppApp whatsApp) {
        List<String> channels = new ArrayList<>();
        if (twilio.on()) {
            channels.add("twilio");
        }
        if (whatsApp.on()) {
            channels.add("whatsapp");
        }
        return channels;
    }
}
