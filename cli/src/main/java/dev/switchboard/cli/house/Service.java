package dev.switchboard.cli.house;

import java.util.List;

/**
 * One of our services, a Quarkus application.
 *
 * @param module its Maven module
 * @param heap the most it may take, in megabytes
 */
record Service(String name, String module, int port, int heap) {
    private static final int SMALL = 112;
    /** The gateway holds every live call; the monitor runs Kafka Streams. */
    private static final int LARGER = 144;

    static List<Service> all(Ports ports) {
        return List.of(
                new Service("gateway", "gateway-service", ports.gateway(), LARGER),
                new Service("crm", "crm-connector", ports.crm(), SMALL),
                new Service("ticketing", "ticketing-connector", ports.ticketing(), SMALL),
                new Service("telephony", "telephony-connector", ports.telephony(), SMALL),
                new Service("commerce", "commerce-connector", ports.commerce(), SMALL),
                new Service("monitor", "monitor-service", ports.monitor(), LARGER));
    }

    String readyUrl() {
        return "http://127.0.0.1:" + port + "/q/health/ready";
    }
}
