package dev.switchboard.telephony.whatsapp;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.MessagingSystem;
import dev.switchboard.integration.port.SendMedia;
import dev.switchboard.integration.port.SendTemplate;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.SentMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp Business has neither an idempotency key nor a way to look a sent message up, so what an earlier attempt sent is known
 * only as far as {@link SentBefore} remembers. The command's key travels in {@code biz_opaque_callback_data} and comes back in the
 * message's statuses. The line is the configured one, whatever a command names.
 */
final class WhatsApp implements MessagingSystem {
    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_CAPTION = 1_024;
    /** The cheapest question that only the number's owner is answered. */
    private static final String LINE_FIELDS = "display_phone_number,verified_name,quality_rating";
    /** A business-scoped user id, e.g. {@code ES.13491208655302741918}: https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids */
    private static final String USER_ID = "[A-Z]{2}\\.[A-Za-z0-9.]+";

    private final WhatsAppApi api;
    private final WhatsAppLine line;
    private final SentBefore before;

    WhatsApp(WhatsAppApi api, WhatsAppLine line, SentBefore before) {
        this.api = api;
        this.line = line;
        this.before = before;
    }

    @Override
    public void ping() {
        api.line(line.version(), line.numberId(), line.proof(), LINE_FIELDS);
    }

    @Override
    public SentMessage sendText(SendText command) {
        limit("/messages/send", "text.body", command.text(), LONGEST_TEXT);
        return send(command.key(), command.to(), "text", new WhatsAppJson.Text(command.text(), false));
    }

    @Override
    public Optional<SentMessage> sentText(SendText command) {
        return before.find("/messages/find-sent", command.key());
    }

    @Override
    public SentMessage sendTemplate(SendTemplate command) {
        List<WhatsAppJson.Parameter> parameters = command.parameters().stream()
                .map(text -> new WhatsAppJson.Parameter("text", text))
                .toList();
        WhatsAppJson.Template template = new WhatsAppJson.Template(
                command.template(),
                new WhatsAppJson.Language(command.language()),
                parameters.isEmpty() ? List.of() : List.of(new WhatsAppJson.Component("body", parameters)));
        return send(command.key(), command.to(), "template", template);
    }

    @Override
    public Optional<SentMessage> sentTemplate(SendTemplate command) {
        return before.find("/messages/find-sent-template", command.key());
    }

    @Override
    public SentMessage sendMedia(SendMedia command) {
        limit("/messages/send-media", "caption", command.caption(), LONGEST_CAPTION);
        WhatsAppJson.Media media = new WhatsAppJson.Media(command.link().toString(), caption(command));
        return send(command.key(), command.to(), command.kind().name().toLowerCase(Locale.ROOT), media);
    }

    @Override
    public Optional<SentMessage> sentMedia(SendMedia command) {
        return before.find("/messages/find-sent-media", command.key());
    }

    private SentMessage send(IdempotencyKey key, String to, String type, Object content) {
        boolean hidden = to.matches(USER_ID);
        WhatsAppJson.Outgoing message = new WhatsAppJson.Outgoing(
                hidden ? null : to.replaceAll("\\D", ""), hidden ? to : null, key.value(), type, content);
        return before.sending(
                key,
                () -> new SentMessage(api.send(line.version(), line.numberId(), line.proof(), message)
                        .messages()
                        .getFirst()
                        .id()));
    }

    /** Sound takes no caption. */
    private static @Nullable String caption(SendMedia command) {
        return command.caption().isBlank() || command.kind() == SendMedia.Kind.AUDIO ? null : command.caption();
    }

    private static void limit(String operation, String field, String text, int longest) {
        if (text.length() > longest) {
            throw new IntegrationException("whatsapp", operation, new Failure.Invalid(null, field, "too-long"));
        }
    }
}
