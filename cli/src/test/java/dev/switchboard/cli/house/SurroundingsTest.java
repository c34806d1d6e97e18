package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Category;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    @Test
    void reachesEverySystemInTheSandboxByDefault() {
        var surroundings = Surroundings.of(Ports.STANDARD, Map.of(), Map.of(), Choice.OPEN);

        assertThat(surroundings.real()).isEmpty();
        assertThat(ids(surroundings.simulated()))
                .containsExactlyInAnyOrder("salesforce", "zendesk", "shopify", "twilio", "whatsapp");
        assertThat(surroundings.forPort(8081))
                .containsEntry("SALESFORCE_LOGIN_URL", "http://127.0.0.1:8099/salesforce")
                .containsEntry("TWILIO_AUTH_TOKEN", "twilio-sandbox-token")
                .containsEntry("META_APP_SECRET", "meta-sandbox-secret")
                .containsEntry("SWITCHBOARD_PUBLIC_URL", "http://127.0.0.1:8080")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092")
                .containsEntry("QUARKUS_HTTP_PORT", "8081")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    @Test
    void leavesTheSandboxOutForASystemWithCredentialsOfItsOwn() {
        var surroundings = Surroundings.of(
                Ports.STANDARD, Map.of("ZENDESK_SUBDOMAIN", "acme", "ZENDESK_LOCALE", "es"), Map.of(), Choice.OPEN);

        assertThat(ids(surroundings.real())).containsExactly("zendesk");
        assertThat(ids(surroundings.simulated())).doesNotContain("zendesk").contains("shopify");
        assertThat(surroundings.variables())
                .containsEntry("ZENDESK_SUBDOMAIN", "acme")
                .doesNotContainKey("ZENDESK_OAUTH_CLIENT_SECRET");
    }

    @Test
    void staysWithTheSandboxWhenOnlyAPreferenceIsSet() {
        var surroundings =
                Surroundings.of(Ports.STANDARD, Map.of("SALESFORCE_API_VERSION", "v58.0"), Map.of(), Choice.OPEN);

        assertThat(ids(surroundings.simulated())).contains("salesforce");
        assertThat(surroundings.variables()).containsEntry("SALESFORCE_API_VERSION", "v58.0");
    }

    @Test
    void prefersTheShellToTheFile() {
        var surroundings = Surroundings.of(Ports.STANDARD, Map.of("A", "file"), Map.of("A", "shell"), Choice.OPEN);

        assertThat(surroundings.variables()).containsEntry("A", "shell");
    }

    @Test
    void namesAMissingVariable() {
        var surroundings = Surroundings.of(Ports.STANDARD, Map.of("TWILIO_ACCOUNT_SID", "AC1"), Map.of(), Choice.OPEN);

        assertThatThrownBy(() -> surroundings.required("TWILIO_AUTH_TOKEN"))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("TWILIO_AUTH_TOKEN is not set");
    }

    @Test
    void simulatesNoSecondHelpdeskBesideTheUsersOwn() {
        var surroundings = Surroundings.of(Ports.STANDARD, Map.of("FRESHDESK_API_KEY", "key"), Map.of(), Choice.OPEN);

        assertThat(ids(surroundings.real())).containsExactly("freshdesk");
        assertThat(ids(surroundings.simulated())).contains("salesforce").doesNotContain("zendesk", "freshdesk");
    }

    @Test
    void simulatesWhatWasChosenAndAsksItInThatOrder() {
        var choice = new Choice(
                Map.of(Category.CRM, List.of("hubspot", "salesforce"), Category.TICKETING, List.of("freshdesk")));

        var surroundings = Surroundings.of(Ports.STANDARD, Map.of(), Map.of(), choice);

        assertThat(ids(surroundings.simulated()))
                .contains("hubspot", "salesforce", "freshdesk", "shopify")
                .doesNotContain("zendesk");
        assertThat(surroundings.variables()).containsEntry("SWITCHBOARD_ORDER", "hubspot,salesforce,freshdesk");
    }

    @Test
    void saysWhatCanBeChosen() {
        assertThatThrownBy(() -> new Choice(Map.of(Category.TICKETING, List.of("hubspot"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("There is no helpdesk hubspot; choose from freshdesk,");
    }

    private static List<String> ids(List<IntegrationCard> cards) {
        return cards.stream().map(IntegrationCard::id).toList();
    }
}
