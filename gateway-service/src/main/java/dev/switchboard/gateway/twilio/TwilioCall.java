package dev.switchboard.gateway.twilio;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationId;
import dev.switchboard.gateway.conversation.Tenants;
import dev.switchboard.gateway.webhook.Form;
import dev.switchboard.gateway.webhook.RefusedException;
import dev.switchboard.integration.PhoneNumber;
import java.util.Set;

/** Twilio's words for a call, in ours. */
final class TwilioCall {
    static final String PROVIDER = "twilio";
    /** The numbers networks send for withheld ones: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE on a keypad. */
    private static final Set<String> WITHHELD =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    private static final String CALL_SID = "CA[0-9a-zA-Z]{1,62}";

    private TwilioCall() {}

    /**
     * The conversation a webhook belongs to.
     *
     * @param region the country a number without country code is read in
     */
    static Conversation conversation(Form form, String region, Tenants tenants) {
        String sid = form.required("CallSid");
        if (!sid.matches(CALL_SID)) {
            throw RefusedException.malformed("The field CallSid holds no call.");
        }
        boolean inbound = inbound(form);
        String line = address(form.value(inbound ? "To" : "From").orElse(""), region);
        return new Conversation(
                new ConversationId(sid),
                Channel.PHONE,
                PROVIDER,
                address(form.value(inbound ? "From" : "To").orElse(""), region),
                line,
                form.value("CallerName").orElse(null),
                tenants.of(line));
    }

    static boolean inbound(Form form) {
        return form.value("Direction")
                .map(direction -> direction.equals("inbound"))
                .orElse(true);
    }

    /** E.164 for phones, as it came for others, empty when withheld. */
    static String address(String written, String region) {
        if (WITHHELD.contains(written)) {
            return "";
        }
        return PhoneNumber.parse(written, region).map(PhoneNumber::e164).orElse(written.strip());
    }
}
