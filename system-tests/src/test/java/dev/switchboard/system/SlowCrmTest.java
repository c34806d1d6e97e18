package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Topics;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.testkit.EventProducer;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.house.House;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A CRM that takes two seconds holds up nobody but those who asked it. */
class SlowCrmTest {
    private static final int CONVERSATIONS = 500;
    private static final int RECORDS_OF_THE_SLOW_CALLER = 10;
    private static final Duration CRM_TAKES = Duration.ofSeconds(2);

    @Test
    void makesOtherCallersWaitNoLongerThanTheirOwnWork() {
        try (House house = House.with(
                        TestedKafka.start(),
                        Map.of("HUBSPOT_ACCESS_TOKEN", "", "SWITCHBOARD_CRM_LOOKUP_DEADLINE", "30S"),
                        House.CRM);
                EventProducer producer = new EventProducer(house.kafka().bootstrapServers());
                TopicReader answers = TopicReader.fromNow(house.kafka().bootstrapServers(), Topics.ANSWERS)) {
            producer.send(Topics.CALLS, Load.started("warm-up"));
            answers.await(
                    Answer.CustomerIdentified.class, answer -> answer.key().equals("warm-up"));
            house.sandbox().faults("salesforce").add(Fault.latency(CRM_TAKES));
            String slow = "slow-" + UUID.randomUUID();
            List<String> others = IntStream.range(0, CONVERSATIONS)
                    .mapToObj(number -> "other-" + number + "-" + UUID.randomUUID())
                    .toList();

            Instant start = Instant.now();
            for (int record = 0; record < RECORDS_OF_THE_SLOW_CALLER; record++) {
                producer.send(Topics.CALLS, Load.started(slow));
            }
            others.forEach(id -> producer.send(Topics.CALLS, Load.started(id)));
            producer.flush();

            await().atMost(Duration.ofMinutes(1)).until(() -> answered(answers, "other-") == CONVERSATIONS);
            Duration others500 = Duration.between(start, Instant.now());
            long slowAnsweredByThen = answered(answers, slow);
            await().atMost(Duration.ofMinutes(2)).until(() -> answered(answers, slow) == RECORDS_OF_THE_SLOW_CALLER);
            Duration all = Duration.between(start, Instant.now());

            // One lookup is two requests of two seconds each. The ten of the slow caller come one after another.
            assertThat(slowAnsweredByThen).as("the slow caller's own records").isLessThan(RECORDS_OF_THE_SLOW_CALLER);
            assertThat(all).isGreaterThan(CRM_TAKES.multipliedBy(RECORDS_OF_THE_SLOW_CALLER));
            assertThat(others500).as("all others, side by side").isLessThan(all.dividedBy(2));
            assertThat(house.service(House.CRM).log()).doesNotContain("leaving the group", "poll timeout has expired");
        }
    }

    private static long answered(TopicReader answers, String prefix) {
        return answers.events(Answer.CustomerIdentified.class).stream()
                .filter(answer -> answer.key().startsWith(prefix))
                .count();
    }
}
