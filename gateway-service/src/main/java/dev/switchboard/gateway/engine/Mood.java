package dev.switchboard.gateway.engine;

import dev.switchboard.events.Sentiment;
import dev.switchboard.events.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a customer sounds, by the words they use. The strongest feeling counts, wherever in the conversation it was. */
final class Mood {
    private static final Pattern ANGRY = Pattern.compile(
            "\\b(furious|outrageous|unacceptable|disgusting|scam|fraud|lawyer|sue|ridiculous|angry|fuck\\w*|shit\\w*|damn\\w*|bloody|goddamn\\w*|useless|worst)\\b");
    private static final Pattern NEGATIVE = Pattern.compile(
            "\\b(complain\\w*|complaint|disappointed|unhappy|broken|damaged|defective|faulty|wrong|terrible|awful|horrible|bad|late|never arrived|annoyed|frustrat\\w+|still (waiting|nothing|not)|problem|issue|fed up|upset)\\b");
    private static final Pattern POSITIVE = Pattern.compile(
            "\\b(thanks|thank you|great|perfect|awesome|wonderful|brilliant|excellent|love|happy|helpful)\\b");

    private Mood() {}

    static Sentiment of(List<Utterance> transcript) {
        String words = transcript.stream()
                .filter(one -> one.speaker() == Utterance.Speaker.CUSTOMER)
                .map(one -> one.text().toLowerCase(Locale.ROOT))
                .reduce("", (before, next) -> before + "\n" + next);
        if (ANGRY.matcher(words).find()) {
            return Sentiment.ANGRY;
        }
        if (NEGATIVE.matcher(words).find()) {
            return Sentiment.NEGATIVE;
        }
        return POSITIVE.matcher(words).find() ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
    }
}
