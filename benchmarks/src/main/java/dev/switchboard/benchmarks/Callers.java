package dev.switchboard.benchmarks;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.sandbox.RecordedExchange;
import dev.switchboard.testkit.house.House;
import dev.switchboard.testkit.house.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A house with a gateway and a CRM connector, and somebody the CRM knows who rings there. */
final class Callers implements AutoCloseable {
    private static final String CRM = "salesforce";
    private static final String NUMBER = "+14155550100";
    private static final String NAME = "Sarah";
    private static final int ATTEMPTS = 20;
    private static final Duration SLOW = Duration.ofMillis(200);

    private final House house;

    private Callers(House house) {
        this.house = house;
    }

    /** {@code jvm}: options that win over those that Kafka and the services are started with; may be empty. */
    static Callers atNewHouse(String jvm) {
        // The one variable whose options the JVM puts behind those of its command line.
        Map<String, String> options = jvm.isEmpty() ? Map.of() : Map.of("_JAVA_OPTIONS", jvm);
        Map<String, String> settings = new HashMap<>(options);
        settings.put("SWITCHBOARD_ORDER", CRM);
        House house = House.with(KafkaProcess.start(options), settings, House.GATEWAY, House.CRM);
        // An org of the size of the load: a developer's would have spent its day in the middle of a long run.
        house.sandbox().switches(CRM).set("daily-limit", IntNode.valueOf(1_000_000));
        return new Callers(house);
    }

    /** One call: who it was and whether they were greeted by name. */
    record Greeting(String conversation, boolean personal) {}

    Greeting ring() {
        Phone phone = house.phone(NUMBER);
        return new Greeting(phone.callSid(), phone.ring().contains(NAME));
    }

    /** How long the CRM takes for each request from now on. */
    void crmTakes(Duration latency) {
        house.sandbox().faults(CRM).clear();
        if (latency.isPositive()) {
            house.sandbox().faults(CRM).add(Fault.latency(latency));
        }
    }

    /**
     * Rings, until it is greeted by name, and takes down what the CRM has answered the house by then. It is slow meanwhile, so that
     * what is asked beside the greeting is not among it.
     */
    CrmAlone crmAlone() {
        crmTakes(SLOW);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant before = Instant.now();
            if (ring().personal()) {
                CrmAlone alone = new CrmAlone(house.sandbox().baseUrl(CRM), answeredSince(before));
                crmTakes(Duration.ZERO);
                return alone;
            }
        }
        throw new IllegalStateException("The caller is never greeted by name; see target/service-logs");
    }

    private List<RecordedExchange> answeredSince(Instant before) {
        return house.sandbox().exchanges(CRM).stream()
                .filter(exchange -> exchange.at().isAfter(before))
                .toList();
    }

    String bootstrapServers() {
        return house.kafka().bootstrapServers();
    }

    @Override
    public void close() {
        house.close();
    }
}
