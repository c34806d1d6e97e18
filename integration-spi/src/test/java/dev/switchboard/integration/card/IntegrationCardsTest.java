package dev.switchboard.integration.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.port.CaseDesk;
import dev.switchboard.integration.port.CommerceSystem;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.integration.port.MessagingSystem;
import dev.switchboard.integration.port.TelephonySystem;
import dev.switchboard.integration.port.TicketingSystem;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntegrationCardsTest {
    private static final List<Class<? extends IntegratedSystem>> PORTS = List.of(
            CrmSystem.class,
            CaseDesk.class,
            TicketingSystem.class,
            CommerceSystem.class,
            TelephonySystem.class,
            MessagingSystem.class);

    private static final String ACME = """
            id: acme
            name: Acme
            category: crm
            abilities: [/ping]
            base-url: https://acme.example
            settings: [{name: ACME_TOKEN, secret: true, help: "The token from the settings page."}]
            auth: [{kind: bearer, settings: [ACME_TOKEN]}]
            endpoints: []
            docs: []
            """;

    static List<IntegrationCard> cards() {
        return IntegrationCards.load();
    }

    @Test
    void findsTheCardsByLooking() {
        assertThat(cards()).extracting(IntegrationCard::id).contains("zendesk").isSorted();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void namesOnlyOperationsThatAPortHas(IntegrationCard card) {
        Set<String> operations = PORTS.stream()
                .flatMap(port -> Stream.of(port.getMethods()))
                .map(method -> method.getAnnotation(Operation.class))
                .map(Operation::endpoint)
                .collect(Collectors.toSet());
        assertThat(operations).containsAll(card.abilities());
        assertThat(card.endpoints())
                .extracting(IntegrationCard.Endpoint::ability)
                .isSubsetOf(card.abilities());
        assertThat(card.endpoints()).isNotEmpty();
        assertThat(card.docs()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void explainsEverySettingAndNeedsSomethingToSignInWith(IntegrationCard card) {
        assertThat(card.settings()).allSatisfy(setting -> {
            assertThat(setting.help()).endsWith(".").hasSizeGreaterThan(15);
            assertThat(setting.name()).matches("[A-Z][A-Z0-9_]*");
        });
        assertThat(card.auth()).isNotEmpty();
        assertThat(card.auth()).allSatisfy(way -> assertThat(way.settings()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void keepsEverySecretMarked(IntegrationCard card) {
        assertThat(card.settings())
                .filteredOn(setting -> setting.name().matches(".*(SECRET|TOKEN|PASSWORD|PRIVATE_KEY|ACCESS_KEY).*"))
                .allSatisfy(setting ->
                        assertThat(setting.secret()).as(setting.name()).isTrue());
    }

    @Test
    void everyCreateNamesTheMethodThatFindsWhatItMade() {
        List<Method> creates = PORTS.stream()
                .flatMap(port -> Stream.of(port.getMethods()))
                .filter(method -> method.getAnnotation(Operation.class).kind() == Operation.Kind.CREATE)
                .toList();
        assertThat(creates).isNotEmpty().allSatisfy(create -> {
            String existing = create.getAnnotation(Operation.class).existing();
            assertThat(create.getDeclaringClass().getMethod(existing, create.getParameterTypes()))
                    .as(existing)
                    .isNotNull();
        });
    }

    @Test
    void refusesACardThatUsesASettingItDoesNotList() {
        assertThatThrownBy(() -> parse(ACME.replace("settings: [{name", "settings: [{name: ACME_OTHER, help: x.}] #")))
                .hasMessageContaining("ACME_TOKEN");
    }

    @Test
    void refusesALoginThatIsNoUserAndPassword() {
        String webhook = """
                webhook:
                  scheme: hmac_sha256
                  secrets: [ACME_TOKEN]
                  header: X-Signature
                  encoding: hex
                  signed: [body]
                  login: [ACME_TOKEN]
                """;
        assertThatThrownBy(() -> parse(ACME + webhook)).hasMessageContaining("its user and its password");
        assertThatThrownBy(() -> parse(ACME + webhook.replace("[ACME_TOKEN]\n", "[ACME_TOKEN, ACME_USER]\n")))
                .hasMessageContaining("ACME_USER");
    }

    @Test
    void refusesAFactTheCardDoesNotKnow() {
        assertThat(parse(ACME).id()).isEqualTo("acme");
        assertThatThrownBy(() -> parse(ACME + "colour: red\n")).hasMessageContaining("colour");
    }

    private static IntegrationCard parse(String yaml) {
        return IntegrationCards.parse(
                "integrations/acme.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
