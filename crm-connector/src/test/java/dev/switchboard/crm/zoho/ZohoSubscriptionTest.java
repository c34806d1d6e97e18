package dev.switchboard.crm.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.switchboard.events.Change;
import dev.switchboard.events.PositionReached;
import dev.switchboard.events.Topics;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.Subscription;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(ZohoSubscriptionTest.KeepsItsChannel.class)
class ZohoSubscriptionTest {
    private static final String ADMINISTRATORS = "1000000068001";
    private static final String TOKEN = "a-token";

    private final VendorTwin zoho = VendorTwin.of("zoho");

    @BeforeEach
    void reset() {
        zoho.heal();
        zoho.reset();
    }

    @Test
    void makesAChannelForAllThatTheReaderUnderstands() throws InterruptedException {
        Rests rests = listen(connection(Clock.systemUTC()), "one", null, 1);
        JsonNode channel = channel("one").orElseThrow();
        assertThat(channel.path("events").valueStream().map(JsonNode::asText))
                .containsExactly("Contacts.all", "Leads.all", "Cases.all");
        assertThat(channel.path("notify_url").asText()).isEqualTo(address("one"));
        assertThat(channel.path("token").asText()).isEqualTo(TOKEN);
        assertThat(channel.path("return_affected_field_values").asBoolean()).isTrue();
        assertThat(end(channel)).isBetween(days(5), days(7));
        assertThat(rests.position).isEqualTo(id("one") + " " + end(channel));
        assertThat(rests.pauses).containsExactly(Duration.ofHours(1));
    }

    @Test
    void leavesAloneAChannelThatLivesAndThoseOfOthers() throws InterruptedException {
        Rests first = listen(connection(Clock.systemUTC()), "one", null, 1);
        Rests second = listen(connection(Clock.systemUTC()), "one", first.position, 3);
        assertThat(second.position).isEqualTo(first.position);
        assertThat(written(id("one"))).containsExactly("POST");
        assertThat(written(ADMINISTRATORS)).isEmpty();
        assertThat(known(ADMINISTRATORS)).isPresent();
    }

    @Test
    void renewsItDaysBeforeItsEnd() throws InterruptedException {
        Clock fourDaysAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-4));
        listen(connection(fourDaysAgo), "one", null, 1);
        assertThat(end(channel("one").orElseThrow())).isBefore(days(3));
        listen(connection(Clock.systemUTC()), "one", null, 1);
        assertThat(end(channel("one").orElseThrow())).isAfter(days(5));
        assertThat(written(id("one"))).containsExactly("POST", "PUT");
    }

    @Test
    void makesItAnewWhenSomebodyEndedIt() throws InterruptedException {
        SandboxConnection connection = connection(Clock.systemUTC());
        Rests rests = new Rests(2) {
            @Override
            void paused() {
                connection.client(ZohoApi.class).stop("v8", id("one"));
            }
        };
        assertThatThrownBy(() -> subscription(connection, "one").listen(null, rests))
                .isInstanceOf(InterruptedException.class);
        assertThat(written(id("one"))).containsExactly("POST", "POST");
    }

    @Test
    void endsItsOwnFormerChannelAfterTheNewOneStands() throws InterruptedException {
        Rests former = listen(connection(Clock.systemUTC()), "one", null, 1);
        listen(connection(Clock.systemUTC()), "two", former.position, 1);
        assertThat(channel("one")).isEmpty();
        assertThat(channel("two")).isPresent();
        assertThat(known(ADMINISTRATORS)).isPresent();
    }

    @Test
    void watchesPeopleWhereTheEditionHasNoCases() throws InterruptedException {
        ArrayNode lacking = new JsonMapper().createArrayNode().add("Cases");
        zoho.set("lacking-fields", lacking);
        listen(connection(Clock.systemUTC()), "one", null, 1);
        assertThat(channel("one").orElseThrow().path("events").valueStream().map(JsonNode::asText))
                .containsExactly("Contacts.all", "Leads.all");
    }

    @Test
    void hasARefusedTokenReplacedAndTheRuntimeCallAgain() throws InterruptedException {
        SandboxConnection connection = connection(Clock.systemUTC());
        connection.token();
        zoho.expireTokens();
        assertThatThrownBy(() -> subscription(connection, "one").listen(null, new Rests(1)))
                .isInstanceOf(IntegrationException.class)
                .extracting(thrown -> ((IntegrationException) thrown).failure())
                .isInstanceOf(Failure.AuthExpired.class);
        listen(connection, "one", null, 1);
        assertThat(channel("one")).isPresent();
    }

    @Test
    void tellsWhyThereIsNoChannel() {
        SandboxConnection connection = connection(Clock.systemUTC());
        ZohoChannel tooLong = new ZohoChannel(
                connection.client(ZohoApi.class), "v8", address("one"), "x".repeat(51), connection.clock());
        assertThatThrownBy(() -> new ZohoSubscription(tooLong, connection).listen(null, new Rests(1)))
                .isInstanceOf(IntegrationException.class)
                .extracting(thrown -> ((IntegrationException) thrown).failure())
                .isEqualTo(new Failure.Invalid(200, "token", "INVALID_DATA"));
    }

    @Test
    void isKeptByTheRuntimeWhereTheGatewaysAddressIsSet() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicReader positions = TopicReader.fromBeginning(kafka, Topics.POSITIONS)) {
            PositionReached reached = positions.await(
                    PositionReached.class, position -> position.system().equals("zoho"));
            assertThat(reached.position())
                    .startsWith(new ZohoChannel(
                                            connection(Clock.systemUTC()).client(ZohoApi.class),
                                            "v8",
                                            "https://switchboard.example/here/webhooks/zoho/zohosandboxwatch",
                                            "zohosandboxwatch",
                                            Clock.systemUTC())
                                    .id()
                            + " ");
        }
    }

    private static Rests listen(SandboxConnection connection, String gateway, @Nullable String position, int turns)
            throws InterruptedException {
        Rests rests = new Rests(turns);
        assertThatThrownBy(() -> subscription(connection, gateway).listen(position, rests))
                .isInstanceOf(InterruptedException.class);
        return rests;
    }

    private static Subscription subscription(SandboxConnection connection, String gateway) {
        return new ZohoSubscription(ourChannel(connection, gateway), connection);
    }

    private static ZohoChannel ourChannel(SandboxConnection connection, String gateway) {
        return new ZohoChannel(connection.client(ZohoApi.class), "v8", address(gateway), TOKEN, connection.clock());
    }

    private static SandboxConnection connection(Clock clock) {
        return new SandboxConnection(clock);
    }

    private static String address(String gateway) {
        return "https://" + gateway + ".example/webhooks/zoho/" + TOKEN;
    }

    private static String id(String gateway) {
        return ourChannel(connection(Clock.systemUTC()), gateway).id();
    }

    private Optional<JsonNode> channel(String gateway) {
        return known(id(gateway));
    }

    private Optional<JsonNode> known(String id) {
        return zoho.records("channels").stream()
                .filter(channel -> channel.path("channel_id").asText().equals(id))
                .findFirst();
    }

    /** How the channel was asked for. */
    private List<String> written(String id) {
        return zoho.exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().endsWith("/actions/watch"))
                .filter(exchange -> exchange.path("requestBody").asText().contains(id))
                .map(exchange -> exchange.path("method").asText())
                .toList();
    }

    private static Instant end(JsonNode channel) {
        return OffsetDateTime.parse(channel.path("channel_expiry").asText()).toInstant();
    }

    private static Instant days(int from) {
        return Instant.now().plus(Duration.ofDays(from));
    }

    /** Hangs up at the pause after so many turns. */
    private static class Rests implements Subscription.Listener {
        private final List<Duration> pauses = new ArrayList<>();
        private int turns;
        private @Nullable String position;

        Rests(int turns) {
            this.turns = turns;
        }

        /** What happens meanwhile. */
        void paused() {}

        @Override
        public void heard(List<Change> changes, String reached) {
            assertThat(changes).isEmpty();
            position = reached;
        }

        @Override
        public void unreadable() {
            throw new AssertionError("nothing is read");
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            pauses.add(duration);
            turns--;
            if (turns == 0) {
                throw new InterruptedException();
            }
            paused();
        }
    }

    /** Told where the gateway is. */
    public static class KeepsItsChannel implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ZOHO_NOTIFY_URL", "https://switchboard.example/here/");
        }
    }
}
