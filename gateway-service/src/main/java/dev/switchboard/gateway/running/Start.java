package dev.switchboard.gateway.running;

import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.journal.JournalStart;
import dev.switchboard.gateway.twilio.TwilioAccount;
import dev.switchboard.gateway.whatsapp.WhatsAppApp;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
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

    void refuseHalfSetUp(
            @Observes StartupEvent start,
            TwilioAccount twilio,
            WhatsAppApp whatsApp,
            GatewaySettings settings,
            JournalStart journal,
            WarmUp warmUp) {
        Optional<String> wrong = Stream.of(
                        twilio.halfSet(), whatsApp.halfSet(), wrongAddress(settings), noBot(settings))
                .flatMap(Optional::stream)
                .findFirst();
        if (wrong.isPresent()) {
            throw new PreventFurtherStepsException(wrong.get(), 1);
        }
        journal.open();
        warmUp.begin();
        LOG.infof(
                "Gateway starts: public address %s, channels %s, engine %s",
                settings.publicUrl(),
                channels(twilio, whatsApp),
                settings.engine().name().toLowerCase(Locale.ROOT));
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
