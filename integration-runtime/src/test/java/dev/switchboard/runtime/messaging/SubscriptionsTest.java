package dev.switchboard.runtime.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.runtime.KafkaAround;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who listens when replicas come and go, and from where. */
@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
@TestProfile(SubscriptionsTest.WithALine.class)
@Timeout(120)
class SubscriptionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    IntegratedSystems systems;

    @Inject
    ChangeListening listening;

    @Inject
    Subscriptions first;

    @Inject
    OpenLine line;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @Test
    void oneReplicaListensAndTheNextGoesOnWhereItStopped() {
        await().atMost(PATIENCE).until(() -> line.begun().size() == 1);
        told("place 1");

        Subscriptions second = replica();
        told("place 2");
        assertThat(line.begun()).as("the second waits").containsExactly("nowhere");

        first.end(new ShutdownEvent());
        await().atMost(PATIENCE).until(() -> line.begun().size() == 2);
        told("place 3");
        second.end(new ShutdownEvent());

        Subscriptions restarted = replica();
        await().atMost(PATIENCE).until(() -> line.begun().size() == 3);
        restarted.end(new ShutdownEvent());
        assertThat(line.begun()).containsExactly("nowhere", "place 2", "place 3");
    }

    /** One that remembers nothing, as after a start. */
    private Subscriptions replica() {
        Subscriptions replica = new Subscriptions(systems, listening, bootstrapServers, service);
        replica.begin(new StartupEvent());
        return replica;
    }

    /** Until it is durable. */
    private void told(String place) {
        line.tell(place);
        await().atMost(PATIENCE).until(() -> line.reached().contains(place));
    }

    /** One of the cards' systems is on, and has a line. */
    public static class WithALine implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("HUBSPOT_ACCESS_TOKEN", "token");
        }
    }
}
