package dev.switchboard.ticketing.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.PositionReached;
import dev.switchboard.events.Topics;
import dev.switchboard.runtime.adapter.Subscription;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(FreshdeskSubscriptionTest.AsksForContacts.class)
class FreshdeskSubscriptionTest {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");

    private final VendorTwin freshdesk = VendorTwin.of("freshdesk");

    @BeforeEach
    void reset() {
        freshdesk.heal();
        freshdesk.reset();
    }

    @Test
    void tellsWhatBecameOfContacts() throws InterruptedException {
        String old = add("Old", THEN.minusSeconds(90_000), THEN.plusSeconds(2));
        String fresh = add("New", THEN.plusSeconds(1), THEN.plusSeconds(1));
        String gone = add(
                contact("Gone", THEN.minusSeconds(90_000), THEN.plusSeconds(3)).put("deleted", true));
        Heard heard = listen(THEN.toString(), 1);
        assertThat(heard.changes)
                .extracting(Change::system, ContactChanged::contactId, ContactChanged::what, ContactChanged::at)
                .containsExactly(
                        tuple("freshdesk", fresh, What.CREATED, THEN.plusSeconds(1)),
                        tuple("freshdesk", old, What.CHANGED, THEN.plusSeconds(2)),
                        tuple("freshdesk", gone, What.DELETED, THEN.plusSeconds(3)));
        assertThat(heard.pauses).containsExactly(EVERY);
    }

    @Test
    void beginsNowWhenNobodyAskedBefore() throws InterruptedException {
        add("Before", THEN, THEN);
        Heard heard = listen(null, 1);
        assertThat(heard.changes).isEmpty();
        assertThat(Instant.parse(heard.position))
                .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(1));
    }

    @Test
    void tellsNobodyTwice() throws InterruptedException {
        add("One", THEN, THEN);
        assertThat(listen(THEN.toString(), 3).changes).hasSize(1);
    }

    @Test
    void tellsWhatChangedWhileNobodyAsked() throws InterruptedException {
        add("One", THEN, THEN.plusSeconds(5));
        Heard first = listen(THEN.toString(), 1);
        String sameSecond = add("Two", THEN, THEN.plusSeconds(5));
        String later = add("Three", THEN, THEN.plusSeconds(60));
        Heard second = listen(first.position, 1);
        assertThat(second.changes).extracting(ContactChanged::contactId).containsExactly(sameSecond, later);
        assertThat(listen(second.position, 1).changes).isEmpty();
    }

    @Test
    void namesTheSameChangeTheSameAndAnotherOneOtherwise() throws InterruptedException {
        add("One", THEN, THEN.plusSeconds(5));
        String once = listen(THEN.toString(), 1).changes.getFirst().change();
        assertThat(listen(THEN.toString(), 1).changes.getFirst().change()).isEqualTo(once);
        add("Two", THEN, THEN.plusSeconds(5));
        assertThat(listen(THEN.toString(), 1).changes)
                .extracting(ContactChanged::change)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsAllPagesAndLeavesTheListsLimitToOthers() throws InterruptedException {
        for (int number = 0; number < 101; number++) {
            add("Contact " + number, THEN, THEN.plusSeconds(number));
        }
        Heard heard = listen(THEN.toString(), 2);
        assertThat(heard.changes).hasSize(101);
        assertThat(heard.pauses).containsExactly(Duration.ofSeconds(6), EVERY);
    }

    @Test
    void isKeptByTheRuntimeWhereItIsWanted() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicReader positions = TopicReader.fromBeginning(kafka, Topics.POSITIONS)) {
            assertThat(positions
                            .await(
                                    PositionReached.class,
                                    reached -> reached.system().equals("freshdesk"))
                            .subscription())
                    .isEqualTo("/contacts");
        }
    }

    private static Heard listen(@Nullable String position, int turns) throws InterruptedException {
        Heard heard = new Heard(turns);
        FreshdeskSubscription subscription = new FreshdeskSubscription(api(), EVERY, Clock.systemUTC());
        assertThatThrownBy(() -> subscription.listen(position, heard)).isInstanceOf(InterruptedException.class);
        return heard;
    }

    private static FreshdeskApi api() {
        String key = setting("FRESHDESK_API_KEY") + ":X";
        String basic = "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        ClientRequestFilter authorized = request -> request.getHeaders().putSingle("Authorization", basic);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(setting("FRESHDESK_BASE_URL")))
                .register(authorized)
                .build(FreshdeskApi.class);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private String add(String name, Instant created, Instant updated) {
        return add(contact(name, created, updated));
    }

    private String add(ObjectNode contact) {
        JsonNode added = freshdesk.add("contacts", contact);
        return added.path("id").asText();
    }

    private static ObjectNode contact(String name, Instant created, Instant updated) {
        return VendorTwin.object()
                .put("name", name)
                .put("created_at", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("updated_at", updated.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Hangs up at the pause after so many turns. */
    private static final class Heard implements Subscription.Listener {
        private final List<ContactChanged> changes = new ArrayList<>();
        private final List<Duration> pauses = new ArrayList<>();
        private String position = "";
        private int turns;

        Heard(int turns) {
            this.turns = turns;
        }

        @Override
        public void heard(List<Change> told, String reached) {
            told.forEach(change -> changes.add((ContactChanged) change));
            position = reached;
        }

        @Override
        public void unreadable() {
            throw new AssertionError("nothing is unreadable");
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            pauses.add(duration);
            turns--;
            if (turns == 0) {
                throw new InterruptedException();
            }
        }
    }

    /** Once an hour, so that it asks only once beside the test. */
    public static class AsksForContacts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("FRESHDESK_CONTACT_POLL", "PT60M");
        }
    }
}
