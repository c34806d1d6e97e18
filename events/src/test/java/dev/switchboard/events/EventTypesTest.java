package dev.switchboard.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EventTypesTest {
    @Test
    void hasAnExampleForEveryType() {
        assertThat(ExampleEvents.whole().stream().map(EventTypes::of))
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
    }

    @Test
    void namesATypeByThingFactAndVersion() {
        assertThat(EventTypes.all().keySet()).allMatch(name -> name.matches("[a-z]+\\.[a-z-]+\\.v[0-9]+"));
    }

    @Test
    void findsTheRecordOfAType() {
        assertThat(EventTypes.named("conversation.started.v1")).contains(ConversationEvent.Started.class);
        assertThat(EventTypes.named("conversation.started.v2")).isEmpty();
        assertThat(EventTypes.known("conversation.started.v1")).isTrue();
        assertThat(EventTypes.known("")).isFalse();
    }

    @Test
    void refusesARecordWithoutAType() {
        record Nameless(String key, String distinction) implements Event {}

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.of(new Nameless("k", "d")))
                .withMessageContaining("Nameless");
    }
}
