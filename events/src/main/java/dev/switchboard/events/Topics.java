package dev.switchboard.events;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The one list of topics, from which the local start-up, the Kubernetes resources and the docs are made. */
public final class Topics {
    public static final String CALLS = "calls";
    public static final String CHATS = "chats";
    public static final String ANSWERS = "answers";
    public static final String OUTBOUND = "outbound";
    public static final String WEBHOOKS = "webhooks";
    public static final String CHANGES = "changes";
    public static final String PROMISES = "promises";
    public static final String POSITIONS = "integration.positions";
    public static final String LOGS = "integration.logs";
    public static final String PINGS = "integration.pings";
    public static final String STATUS = "integration.status";
    public static final String ALERTS = "integration.alerts";

    private static final int PARTITIONS = 8;
    private static final Duration TRANSCRIPTS_KEPT = Duration.ofDays(7);
    private static final Duration LOGS_KEPT = Duration.ofDays(3);
    private static final Duration PROMISES_KEPT = Duration.ofDays(180);
    private static final Duration POSITIONS_KEPT = Duration.ofDays(30);
    private static final Duration SHORT_LIVED = Duration.ofDays(1);

    private Topics() {}

    /** Every topic, those of events first, then where they wait and where they end. */
    public static List<Topic> all() {
        List<Topic> worked = List.of(
                Topic.kept(CALLS, PARTITIONS, TRANSCRIPTS_KEPT),
                Topic.kept(CHATS, PARTITIONS, TRANSCRIPTS_KEPT),
                Topic.kept(OUTBOUND, PARTITIONS, TRANSCRIPTS_KEPT),
                Topic.kept(WEBHOOKS, PARTITIONS, TRANSCRIPTS_KEPT),
                Topic.kept(CHANGES, PARTITIONS, TRANSCRIPTS_KEPT));
        List<Topic> observed = List.of(
                Topic.kept(ANSWERS, PARTITIONS, SHORT_LIVED),
                Topic.kept(LOGS, PARTITIONS, LOGS_KEPT),
                Topic.kept(PINGS, PARTITIONS, SHORT_LIVED),
                Topic.latestKept(PROMISES, PARTITIONS, PROMISES_KEPT),
                Topic.compacted(STATUS, 1),
                // One partition: whoever holds it is the one that listens.
                Topic.latestKept(POSITIONS, 1, POSITIONS_KEPT),
                Topic.kept(ALERTS, 1, Duration.ofDays(30)));
        return Stream.of(
                        worked.stream(),
                        observed.stream(),
                        worked.stream().map(topic -> Topic.kept(retryOf(topic.name()), PARTITIONS, TRANSCRIPTS_KEPT)),
                        worked.stream().map(topic -> Topic.kept(deadOf(topic.name()), 1, Duration.ofDays(30))))
                .flatMap(topics -> topics)
                .toList();
    }

    /** Where a conversation's facts go. */
    public static String of(Channel channel) {
        return channel.spoken() ? CALLS : CHATS;
    }

    /** Where records of a topic wait for their next attempt. */
    public static String retryOf(String topic) {
        return topic + ".retry";
    }

    /** Where records of a topic end that nobody could process. */
    public static String deadOf(String topic) {
        return topic + ".dead";
    }
}
