package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
    @TempDir
    Path root;

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private FakeProject fake;

    @BeforeEach
    void build() throws IOException {
        fake = FakeProject.in(root);
    }

    @Test
    void opensEveryServiceAndLeavesNoProcessBehind() {
        var house = house(Map.of());

        house.open();

        assertThat(progress)
                .anyMatch(line -> line.startsWith("Kafka takes records"))
                .contains("gateway is ready on port " + fake.ports().gateway())
                .hasSize(8);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .hasSize(8);
        assertThat(house.obituaries()).isEmpty();

        house.close();

        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void saysWhyAServiceDied() {
        var failing = Integer.toString(fake.ports().ticketing());
        try (var house = house(Map.of("FAILING_PORT", failing))) {
            assertThatThrownBy(house::open)
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("ticketing ended with status 3: \"ERROR ZENDESK_OAUTH_CLIENT_SECRET is not set\""
                            + " (the whole log is .switchboard/logs/ticketing.log).");
        }
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        int taken = fake.ports().monitor();
        try (var holder = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress());
                var house = house(Map.of())) {
            assertThat(holder.isBound()).isTrue();
            assertThatThrownBy(house::open)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken + ", meant for monitor, is in use")
                    .hasMessageContaining("--port-monitor");
        }
        assertThat(progress).isEmpty();
    }

    @Test
    void saysWhatIsNotBuilt() throws IOException {
        Files.delete(fake.project().runner("crm-connector"));
        try (var house = house(Map.of())) {
            assertThatThrownBy(house::open)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("crm-connector/target/quarkus-app/quarkus-run.jar is missing");
        }
    }

    private House house(Map<String, String> shell) {
        return new House(fake.command(), fake.ports(), Choice.OPEN, shell, progress::add, Clock.systemUTC());
    }
}
