package dev.switchboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    private static final Map<String, Topic> ALL =
            Topics.all().stream().collect(Collectors.toMap(Topic::name, Function.identity()));

    @Test
    void namesEveryTopicOnce() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(ALL)
                .containsKeys("calls", "chats", "answers", "outbound", "webhooks", "changes")
                .containsKeys("integration.logs", "integration.pings", "integration.status", "integration.alerts");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.CALLS, Topics.CHATS, Topics.OUTBOUND, Topics.WEBHOOKS, Topics.CHANGES})
    void givesWorkedTopicsAPlaceToWaitAndAPlaceToEnd(String topic) {
        assertThat(ALL).containsKeys(topic + ".retry", topic + ".dead");
        assertThat(partitions(topic + ".retry")).isEqualTo(partitions(topic));
        assertThat(retention(topic + ".dead")).isGreaterThan(retention(topic));
    }

    @Test
    void makesNoPlaceToWaitForWhatNobodyWorksOn() {
        assertThat(ALL.keySet().stream().filter(name -> name.endsWith(".retry")))
                .hasSize(5);
        assertThat(ALL.keySet().stream().filter(name -> name.endsWith(".dead"))).hasSize(5);
    }

    @Test
    void compactsTheStateOfIntegrationsAndNothingElse() {
        assertThat(Topics.all().stream()
                        .filter(topic -> "compact".equals(topic.configs().get("cleanup.policy")))
                        .map(Topic::name))
                .containsExactly(Topics.STATUS);
    }

    @Test
    void keepsEverythingElseForAWhile() {
        assertThat(ALL.keySet().stream().filter(name -> !name.equals(Topics.STATUS)))
                .allMatch(name -> retention(name) >= 86_400_000L);
    }

    @ParameterizedTest
    @EnumSource
    void putsSpokenConversationsOnCallsAndWrittenOnesOnChats(Channel channel) {
        assertThat(Topics.of(channel)).isEqualTo(channel == Channel.PHONE ? "calls" : "chats");
    }

    @Test
    void refusesATopicWithoutPartitions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic("calls", 0, Map.of()))
                .withMessageContaining("calls");
    }

    @Test
    void areNamesKafkaTakes() {
        assertThat(List.copyOf(ALL.keySet())).allMatch(name -> name.matches("[a-z]+(\\.[a-z]+)*"));
    }

    private static int partitions(String topic) {
        return topic(topic).partitions();
    }

    private static long retention(String topic) {
        return Long.parseLong(topic(topic).configs().getOrDefault("retention.ms", "0"));
    }

    private static Topic topic(String name) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
