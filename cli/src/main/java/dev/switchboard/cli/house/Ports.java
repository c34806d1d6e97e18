package dev.switchboard.cli.house;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything listens, on 127.0.0.1 only. */
public record Ports(
        int gateway, int crm, int ticketing, int telephony, int commerce, int monitor, int sandbox, int kafka) {

    /** The ports that the documentation names. */
    public static final Ports STANDARD = new Ports(8080, 8081, 8082, 8083, 8084, 8090, 8099, 19_092);

    private static final int LAST = 65_535;

    public Ports {
        var owners = new HashMap<Integer, String>();
        byName(gateway, crm, ticketing, telephony, commerce, monitor, sandbox, kafka)
                .forEach((name, port) -> {
                    if (port < 1 || port > LAST) {
                        throw new CannotStart("Port " + port + " is not between 1 and " + LAST
                                + ": choose another one with --port-" + name + ".");
                    }
                    var other = owners.putIfAbsent(port, name);
                    if (other != null) {
                        throw new CannotStart("Port " + port + " is given to both " + other + " and " + name
                                + ": choose another one with --port-" + name + ".");
                    }
                });
    }

    /** By the name that stands in the option {@code --port-<name>}, in the order of starting. */
    Map<String, Integer> byName() {
        return byName(gateway, crm, ticketing, telephony, commerce, monitor, sandbox, kafka);
    }

    public String gatewayUrl() {
        return url(gateway);
    }

    public String monitorUrl() {
        return url(monitor);
    }

    public String sandboxUrl() {
        return url(sandbox);
    }

    public String kafkaAddress() {
        return "127.0.0.1:" + kafka;
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static Map<String, Integer> byName(
            int gateway, int crm, int ticketing, int telephony, int commerce, int monitor, int sandbox, int kafka) {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("kafka", kafka);
        ports.put("sandbox", sandbox);
        ports.put("gateway", gateway);
        ports.put("crm", crm);
        ports.put("ticketing", ticketing);
        ports.put("telephony", telephony);
        ports.put("commerce", commerce);
        ports.put("monitor", monitor);
        return ports;
    }
}
