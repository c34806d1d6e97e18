package dev.switchboard.benchmarks;

import dev.switchboard.events.Answer.CustomerNamed;
import dev.switchboard.events.ConversationEvent.AgentReplied;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.Event;
import dev.switchboard.events.Topics;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.testkit.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** What the events of each conversation tell about where its time went. Read when the ringing is over, so that it costs nothing. */
final class Traces {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Map<String, Builder> builders = new HashMap<>();

    private Traces() {}

    /** The instants of one conversation, and the CRM's time until the name was known, by the call log, which counts whole milliseconds. */
    record Trace(Instant started, Instant asked, Instant named, Instant replied, Duration logged) {}

    /** The traces of these conversations; those that are not complete are missing. */
    static Map<String, Trace> of(Collection<String> conversations, String bootstrapServers) {
        try (TopicReader reader =
                TopicReader.fromBeginning(bootstrapServers, Topics.CALLS, Topics.ANSWERS, Topics.LOGS)) {
            awaitAll(conversations, reader);
            return among(conversations, reader);
        }
    }

    private static void awaitAll(Collection<String> conversations, TopicReader reader) {
        try {
            Awaitility.waitAtMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> among(conversations, reader).size() == conversations.size());
        } catch (ConditionTimeoutException someAreMissing) {
            // The call log may drop records, by design; the report says how many traces it is made of.
        }
    }

    private static Map<String, Trace> among(Collection<String> conversations, TopicReader reader) {
        Traces traces = new Traces();
        reader.records().forEach(record -> traces.take(record.value()));
        Map<String, Trace> complete = new HashMap<>();
        conversations.forEach(conversation -> Optional.ofNullable(traces.builders.get(conversation))
                .flatMap(Builder::build)
                .ifPresent(trace -> complete.put(conversation, trace)));
        return complete;
    }

    private void take(Event event) {
        switch (event) {
            case Started started -> of(started.key()).started = started.at();
            case AgentReplied replied -> of(replied.key()).replied = replied.at();
            case CustomerNamed named -> of(named.key()).named = named.at();
            case CallLogged call
            when call.conversationId() != null ->
                of(call.conversationId()).calls.add(call);
            default -> {
                // The other events are of no concern here.
            }
        }
    }

    private Builder of(String conversation) {
        return builders.computeIfAbsent(conversation, key -> new Builder());
    }

    private static final class Builder {
        private @Nullable Instant started;
        private @Nullable Instant named;
        private @Nullable Instant replied;
        private final List<CallLogged> calls = new ArrayList<>();

        private Optional<Trace> build() {
            Instant begun = started;
            Instant known = named;
            Instant greeted = replied;
            if (begun == null || known == null || greeted == null) {
                return Optional.empty();
            }
            List<CallLogged> lookup = calls.stream()
                    .filter(call ->
                            !call.timestamp().plusMillis(call.durationMs()).isAfter(known))
                    .toList();
            long logged = lookup.stream().mapToLong(CallLogged::durationMs).sum();
            return lookup.stream()
                    .map(CallLogged::timestamp)
                    .min(Comparator.naturalOrder())
                    .map(asked -> new Trace(begun, asked, known, greeted, Duration.ofMillis(logged)));
        }
    }
}
