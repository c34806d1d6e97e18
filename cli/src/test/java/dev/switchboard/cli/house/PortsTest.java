package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void refusesOnePortForTwoServices() {
        assertThatThrownBy(() -> new Ports(8080, 8080, 8082, 8083, 8084, 8090, 8099, 19_092))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Port 8080 is given to both gateway and crm: choose another one with --port-crm.");
    }

    @Test
    void refusesAPortThatCannotBe() {
        assertThatThrownBy(() -> new Ports(8080, 8081, 8082, 8083, 8084, 8090, 70_000, 19_092))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--port-sandbox");
    }
}
