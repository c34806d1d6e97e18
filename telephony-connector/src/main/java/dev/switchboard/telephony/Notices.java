package dev.switchboard.telephony;

import dev.switchboard.events.Channel;
import dev.switchboard.events.OutboundCommand.NotifyCustomer;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.port.MessagingSystem;
import dev.switchboard.integration.port.SendTemplate;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.TextSender;
import dev.switchboard.runtime.messaging.UnworkableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells customers what they did not ask for just now: in our words while the channel takes them, afterwards by its template. */
final class Notices {
    private static final Set<Channel> FREE_TEXT_FOR_A_DAY = Set.of(Channel.WHATSAPP, Channel.MESSENGER);
    /** A little less than the vendor's day: its clock is not ours, and the way there takes time. */
    private static final Duration A_DAY = Duration.ofHours(24).minusMinutes(5);

    private final Map<String, TelephonySettings.Template> templates;
    private final Clock clock;

    Notices(Map<String, TelephonySettings.Template> templates, Clock clock) {
        this.templates = Map.copyOf(templates);
        this.clock = clock;
    }

    void send(NotifyCustomer notice, IdempotencyKey key, TextSender sender) {
        boolean late = FREE_TEXT_FOR_A_DAY.contains(notice.channel())
                && notice.lastHeardAt().plus(A_DAY).isBefore(clock.instant());
        if (late && sender instanceof MessagingSystem messenger) {
            TelephonySettings.Template template = template(notice.channel());
            messenger.sendTemplate(new SendTemplate(
                    key, notice.from(), notice.to(), template.name(), template.language(), List.of(notice.text())));
        } else {
            sender.sendText(new SendText(key, notice.from(), notice.to(), notice.text()));
        }
    }

    private TelephonySettings.Template template(Channel channel) {
        String name = channel.name().toLowerCase(Locale.ROOT);
        TelephonySettings.Template template = templates.get(name);
        if (template == null) {
            throw new UnworkableException("The customer wrote more than a day ago, and " + name
                    + " takes nothing but an approved template then: set switchboard.telephony.templates." + name
                    + ".name");
        }
        return template;
    }
}
