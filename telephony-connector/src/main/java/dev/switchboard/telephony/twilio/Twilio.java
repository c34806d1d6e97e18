package dev.switchboard.telephony.twilio;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.PhoneCall;
import dev.switchboard.integration.port.PlaceCall;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.SentMessage;
import dev.switchboard.integration.port.TelephonySystem;
import jakarta.ws.rs.core.Form;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Twilio has no idempotency key. What an earlier attempt made is looked up: texts by recipient and words, calls by both numbers.
 *
 * <p>Two gaps remain. A message that Twilio has taken but not yet listed is not found, and is sent again; Twilio lists within
 * seconds, and the attempts are further apart. And who is to get the same words twice within a day gets them once when the second
 * text is a repetition as well; our texts name the ticket or the order, so that two of them are not the same.
 */
final class Twilio implements TelephonySystem {
    private static final int LONGEST_TEXT = 1_600;
    private static final int PAGE = 200;
    /** As long as a text may wait to be sent. */
    private static final Duration TEXT_MADE_WITHIN = Duration.ofDays(1);
    /** Shorter than for texts: calls carry nothing to compare but their numbers. */
    private static final Duration CALL_MADE_WITHIN = Duration.ofHours(1);

    private final TwilioApi api;
    private final TwilioAccount account;
    private final @Nullable TwilioTranscripts transcripts;
    private final Clock clock;

    Twilio(TwilioApi api, TwilioAccount account, @Nullable TwilioTranscripts transcripts, Clock clock) {
        this.api = api;
        this.account = account;
        this.transcripts = transcripts;
        this.clock = clock;
    }

    @Override
    public void ping() {
        String status = api.account(account.sid()).status();
        if (!"active".equals(status)) {
            throw new IntegrationException("twilio", "/ping", new Failure.Forbidden(null, "account-" + status));
        }
    }

    @Override
    public SentMessage sendText(SendText command) {
        if (command.text().length() > LONGEST_TEXT) {
            throw new IntegrationException("twilio", "/messages/send", new Failure.Invalid(null, "Body", "too-long"));
        }
        Form message = new Form().param("To", command.to()).param("Body", command.text());
        account.sendFrom(message, command.from());
        tellUs(message, "/message-status", command.key());
        return new SentMessage(api.send(account.sid(), message).sid());
    }

    @Override
    public Optional<SentMessage> sentText(SendText command) {
        return api.messages(account.sid(), command.to(), since(TEXT_MADE_WITHIN), PAGE).messages().stream()
                .filter(message -> isOurs(message.direction()) && says(message, command.text()))
                .findFirst()
                .map(message -> new SentMessage(message.sid()));
    }

    @Override
    public PhoneCall placeCall(PlaceCall command) {
        Form call = new Form()
                .param("To", command.to().e164())
                .param("From", command.from().e164())
                .param("Twiml", Twiml.say(command.say()));
        tellUs(call, "/call-status", command.key());
        return phoneCall(api.place(account.sid(), call));
    }

    @Override
    public Optional<PhoneCall> placedCall(PlaceCall command) {
        return api
                .calls(account.sid(), command.from().e164(), command.to().e164(), since(CALL_MADE_WITHIN), PAGE)
                .calls()
                .stream()
                .filter(call -> isOurs(call.direction()))
                .findFirst()
                .map(Twilio::phoneCall);
    }

    @Override
    public void transferCall(String callId, String to) {
        api.update(account.sid(), callId, new Form().param("Twiml", Twiml.dial(to, account.publicUrl())));
    }

    @Override
    public void endCall(String callId) {
        try {
            api.update(account.sid(), callId, new Form().param("Status", "completed"));
        } catch (IntegrationException failed) {
            if (!(failed.failure() instanceof Failure.NotFound)) {
                throw failed;
            }
        }
    }

    @Override
    public List<Recording> recordings(String callId) {
        return api.recordings(account.sid(), callId).recordings().reversed().stream()
                .filter(recording -> "completed".equals(recording.status()))
                .map(recording -> new Recording(recording.sid(), callId, audio(recording)))
                .toList();
    }

    @Override
    public Optional<String> transcript(Recording recording) {
        return transcripts == null ? Optional.empty() : transcripts.of(recording);
    }

    /** Has Twilio tell us what becomes of it, with our own id of the command in the address. */
    private void tellUs(Form made, String path, IdempotencyKey key) {
        if (account.publicUrl() != null) {
            made.param("StatusCallback", account.publicUrl() + path + "?cmd=" + key);
        }
    }

    private String since(Duration window) {
        return clock.instant().minus(window).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private URI audio(TwilioJson.Recording recording) {
        return URI.create(account.host() + recording.uri().replaceFirst("\\.json$", ".wav"));
    }

    private static boolean isOurs(@Nullable String direction) {
        return direction != null && direction.startsWith("outbound");
    }

    /** Trial accounts put a sentence of Twilio's own before the words. */
    private static boolean says(TwilioJson.Message message, String words) {
        return message.body() != null && message.body().strip().endsWith(words.strip());
    }

    private static PhoneCall phoneCall(TwilioJson.Call call) {
        return new PhoneCall(call.sid(), call.status());
    }
}
