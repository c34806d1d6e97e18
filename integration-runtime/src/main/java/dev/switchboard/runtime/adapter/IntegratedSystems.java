package dev.switchboard.runtime.adapter;

import dev.switchboard.events.Conversation;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.runtime.call.Allowances;
import dev.switchboard.runtime.call.CallWrapper;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The systems of this service that are on, each wrapped. A half-set one stops the start with one sentence. */
@ApplicationScoped
public class IntegratedSystems {
    private static final Logger LOG = Logger.getLogger(IntegratedSystems.class);
    private static final int EXIT_CONFIGURATION = 78;
    /** The service's, where {@code switchboard.order} is the user's and may be the same for every service. */
    private static final String DEFAULT_ORDER = "switchboard.default-order";

    private final Instance<AdapterProvider<?>> providers;
    private final CallWrapper wrapper;
    private final Config config;
    private final Clock clock;
    private final HttpLimits limits;
    private final List<String> order;
    private final String rules;
    private List<ConnectedSystem> connected = List.of();
    private Routes routes = Routes.parse("", List.of());

    IntegratedSystems(
            @Any Instance<AdapterProvider<?>> providers,
            CallWrapper wrapper,
            Config config,
            Clock clock,
            @ConfigProperty(name = "switchboard.http.read-timeout", defaultValue = "10S") Duration readTimeout,
            @ConfigProperty(name = "switchboard.http.connections", defaultValue = "256") int connections,
            @ConfigProperty(name = "switchboard.order") Optional<List<String>> order,
            @ConfigProperty(name = "switchboard.routes") Optional<String> rules) {
        this.providers = providers;
        this.rules = rules.orElse("");
        this.wrapper = wrapper;
        this.config = config;
        this.clock = clock;
        this.limits = new HttpLimits(readTimeout, connections);
        List<String> otherwise =
                config.getOptionalValues(DEFAULT_ORDER, String.class).orElse(List.of());
        this.order = Stream.concat(order.stream().flatMap(List::stream), otherwise.stream())
                .toList();
    }

    /**
     * Every system that is on: those named in {@code switchboard.order} first and in that order, then those of the service's own
     * {@code switchboard.default-order}, the others by id.
     */
    public List<ConnectedSystem> all() {
        return connected;
    }

    /** Those that can do what {@code port} says, in the same order. */
    public <P extends IntegratedSystem> List<P> offering(Class<P> port) {
        return connected.stream()
                .map(ConnectedSystem::system)
                .filter(port::isInstance)
                .map(port::cast)
                .toList();
    }

    /**
     * Those that serve a conversation and can do what {@code port} says, the one to ask first first: what the first of the
     * {@code switchboard.routes} that fits names; where none fits, or names none that can, all in the order of {@link #all}.
     */
    public <P extends IntegratedSystem> List<P> serving(Conversation conversation, Class<P> port) {
        List<P> routed = routes.systemsFor(conversation).stream()
                .flatMap(id -> named(id).stream())
                .map(ConnectedSystem::system)
                .filter(port::isInstance)
                .map(port::cast)
                .toList();
        return routed.isEmpty() ? offering(port) : routed;
    }

    public Optional<ConnectedSystem> named(String id) {
        return connected.stream().filter(system -> system.id().equals(id)).findFirst();
    }

    void connect(@Observes StartupEvent starting) {
        try {
            Map<String, IntegrationCard> cards = IntegrationCards.load().stream()
                    .collect(Collectors.toMap(IntegrationCard::id, Function.identity()));
            routes = routes(cards);
            connected = providers.stream()
                    .flatMap(provider -> connect(provider, cards).stream())
                    .sorted(Comparator.comparingInt(this::place).thenComparing(ConnectedSystem::id))
                    .toList();
        } catch (HalfSetException halfSet) {
            throw cannotStart(halfSet);
        }
        LOG.infof(
                "Systems connected: %s",
                connected.isEmpty()
                        ? "none; set the variables of one to turn it on"
                        : connected.stream().map(ConnectedSystem::id).collect(Collectors.joining(", ")));
    }

    private Routes routes(Map<String, IntegrationCard> cards) {
        try {
            return Routes.parse(rules, cards.keySet().stream().sorted().toList());
        } catch (IllegalArgumentException noRule) {
            throw cannotStart(noRule);
        }
    }

    private static PreventFurtherStepsException cannotStart(RuntimeException wrong) {
        LOG.error(wrong.getMessage());
        // Quarkus keeps to itself that it was told to go no further: without this, what has begun already stays and
        // waits.
        Quarkus.asyncExit(EXIT_CONFIGURATION);
        return new PreventFurtherStepsException(wrong.getMessage(), EXIT_CONFIGURATION);
    }

    private Optional<ConnectedSystem> connect(AdapterProvider<?> provider, Map<String, IntegrationCard> cards) {
        IntegrationCard card = Optional.ofNullable(cards.get(provider.system()))
                .orElseThrow(() -> new IllegalStateException("There is no card for " + provider.system()));
        Settings settings = new Settings(card, name -> config.getOptionalValue(name, String.class));
        if (!settings.complete()) {
            return Optional.empty();
        }
        RestConnection connection = new RestConnection(card, settings, provider.failures(), clock, limits);
        Tokens tokens = new Tokens(provider.authorization(connection), clock);
        connection.authorizeBy(tokens);
        Allowances allowances = wrapper.allowances(card);
        connection.tellAllowances(provider.allowances(), allowances::told);
        IntegratedSystem adapter = provider.connect(connection);
        return Optional.of(new ConnectedSystem(
                card.id(),
                card,
                provider.webhooks(connection),
                provider.subscriptions(connection),
                wrapper.wrap(card, adapter, tokens, allowances)));
    }

    private int place(ConnectedSystem system) {
        int place = order.indexOf(system.id());
        return place < 0 ? order.size() : place;
    }
}
