package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testkit.house.House;
import dev.switchboard.testkit.house.ServiceProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A connector with a wrong setting says so in one sentence and ends, whatever else is not there. */
class BadSettingTest {
    private static final int CONFIGURATION = 78;

    @Test
    void endsWithASentenceThoughKafkaIsAway() throws IOException, InterruptedException {
        try (ServiceProcess crm = ServiceProcess.start(
                House.CRM,
                freePort(),
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1", "SALESFORCE_CLIENT_ID", "half"))) {
            assertThat(crm.awaitExit(Duration.ofSeconds(60))).isEqualTo(CONFIGURATION);
            assertThat(crm.log())
                    .contains("Salesforce is only half set up: set SALESFORCE_")
                    .doesNotContain("\tat ");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
