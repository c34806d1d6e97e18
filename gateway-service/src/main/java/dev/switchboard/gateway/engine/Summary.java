package dev.switchboard.gateway.engine;

import dev.switchboard.events.Understanding;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the built-in engine makes of a conversation. */
final class Summary {
    private static final int QUOTED = 90;
    private static final Set<Intent> SMALL_TALK =
            Set.of(Intent.GREETING, Intent.THANKS, Intent.GOODBYE, Intent.TELL_ME, Intent.UNKNOWN);

    private Summary() {}

    static Understanding of(Dialogue soFar) {
        Map<String, String> notes = soFar.memory();
        Intent intent = Intent.named(notes.getOrDefault("intent", ""));
        Map<String, String> entities = new HashMap<>();
        String number = notes.get("number");
        if (number != null) {
            entities.put(intent == Intent.TICKET_STATUS ? "ticket-number" : "order-number", number);
        }
        return new Understanding(
                sentence(intent, number, notes.getOrDefault("words", "")),
                intent.word(),
                entities,
                Mood.of(soFar.transcript()),
                resolved(soFar, notes),
                soFar.transcript());
    }

    /** Whether an intent says more about the conversation than what is noted: a complaint outweighs a question. */
    static boolean weightier(Intent intent, Map<String, String> notes) {
        if (SMALL_TALK.contains(intent)) {
            return false;
        }
        Intent noted = Intent.named(notes.getOrDefault("intent", ""));
        if (noted == Intent.UNKNOWN || intent == Intent.COMPLAINT) {
            return true;
        }
        return noted != Intent.COMPLAINT && intent.compareTo(noted) <= 0;
    }

    /** What a person was called in for is not settled, nor is what nobody understood or no system answered. */
    private static boolean resolved(Dialogue soFar, Map<String, String> notes) {
        return !soFar.escalated() && !soFar.openQuestion() && !notes.containsKey("unclear");
    }

    private static String sentence(Intent intent, @Nullable String number, String words) {
        if (intent == Intent.UNKNOWN) {
            return words.isEmpty() ? "The customer asked for nothing we could tell" : quoted(words);
        }
        String about = number == null
                ? ""
                : intent == Intent.TICKET_STATUS ? " (ticket " + number + ")" : " (order " + number + ")";
        return intent.title() + about + (words.isEmpty() ? "" : ": " + quoted(words));
    }

    private static String quoted(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return '"' + (line.length() <= QUOTED ? line : line.substring(0, QUOTED - 1) + "…") + '"';
    }
}
