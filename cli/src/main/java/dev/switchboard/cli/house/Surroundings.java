package dev.switchboard.cli.house;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.sandbox.SandboxCredentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The environment that the services get: what the house fixes, the user's own variables ({@code .env}, and over it the
 * shell's), and the sandbox's for each system that is simulated.
 *
 * @param variables all of them
 * @param real the systems that the user gave credentials for
 * @param simulated those that the sandbox plays
 */
public record Surroundings(Map<String, String> variables, List<IntegrationCard> real, List<IntegrationCard> simulated) {
    public Surroundings {
        variables = Map.copyOf(variables);
        real = List.copyOf(real);
        simulated = List.copyOf(simulated);
    }

    static Surroundings of(Ports ports, Map<String, String> dotEnv, Map<String, String> shell, Choice choice) {
        var user = new HashMap<>(dotEnv);
        user.putAll(shell);
        var sandbox = SandboxCredentials.of(ports.sandboxUrl());
        var cards = IntegrationCards.load();
        var real =
                cards.stream().filter(card -> signedInTo(card, user.keySet())).toList();
        var simulated = cards.stream()
                .filter(card -> !real.contains(card) && sandbox.containsKey(card.id()))
                .filter(card -> choice.simulates(card, real))
                .toList();
        var variables = new HashMap<String, String>();
        variables.put("SWITCHBOARD_PUBLIC_URL", ports.gatewayUrl());
        if (!choice.order().isEmpty()) {
            variables.put("SWITCHBOARD_ORDER", String.join(",", choice.order()));
        }
        simulated.forEach(card -> variables.putAll(sandbox.getOrDefault(card.id(), Map.of())));
        variables.putAll(user);
        // Last, so that nothing of the shell moves a service to another port or to the outside.
        variables.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafkaAddress());
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        return new Surroundings(variables, real, simulated);
    }

    /** The systems that are on. */
    public List<IntegrationCard> systems() {
        return Stream.concat(real.stream(), simulated.stream()).toList();
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

    /** A preference, such as a language, signs nobody in. */
    private static boolean signedInTo(IntegrationCard card, Set<String> names) {
        var needed = card.settings().stream()
                .filter(IntegrationCard.Setting::required)
                .map(IntegrationCard.Setting::name);
        var ways = card.auth().stream().flatMap(way -> way.settings().stream());
        return Stream.concat(needed, ways).anyMatch(names::contains);
    }
}
