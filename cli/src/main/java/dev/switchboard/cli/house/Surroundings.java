package dev.switchboard.cli.house;

import dev.switchboard.sandbox.SandboxCredentials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment that the services get: what the house fixes, the user's own variables ({@code .env}, and over it the
 * shell's), and the sandbox's for each system of which the user set nothing.
 *
 * @param variables all of them
 * @param real the systems that the user gave credentials for
 * @param simulated the others, which the sandbox plays
 */
public record Surroundings(Map<String, String> variables, List<String> real, List<String> simulated) {
    public Surroundings {
        variables = Map.copyOf(variables);
        real = List.copyOf(real);
        simulated = List.copyOf(simulated);
    }

    static Surroundings of(Ports ports, Map<String, String> dotEnv, Map<String, String> shell) {
        var user = new HashMap<>(dotEnv);
        user.putAll(shell);
        var variables = new HashMap<String, String>();
        variables.put("SWITCHBOARD_PUBLIC_URL", ports.gatewayUrl());
        variables.putAll(user);
        var real = new ArrayList<String>();
        var simulated = new ArrayList<String>();
        SandboxCredentials.of(ports.sandboxUrl()).forEach((system, credentials) -> {
            if (credentials.keySet().stream().anyMatch(user::containsKey)) {
                real.add(system);
                return;
            }
            simulated.add(system);
            variables.putAll(credentials);
        });
        // Last, so that nothing of the shell moves a service to another port or to the outside.
        variables.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafkaAddress());
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        return new Surroundings(variables, real, simulated);
    }

    /** Those of one service. */
    Map<String, String> forPort(int port) {
        var own = new HashMap<>(variables);
        own.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return own;
    }

    /**
     * One that cannot be done without.
     *
     * @throws CannotStart when it is not set, naming it
     */
    public String required(String name) {
        var value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new CannotStart(name + " is not set: add it to .env, next to the other variables of that system.");
        }
        return value;
    }
}
