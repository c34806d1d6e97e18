package dev.switchboard.runtime.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.runtime.ExampleCard;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String SECRET = "s3cret-of-desk";

    @Test
    void isOffWhenNothingIsSet() {
        assertThat(settings(Map.of()).complete()).isFalse();
    }

    @Test
    void isOffWhenOnlyAnAddressOrANicetyIsSet() {
        assertThat(settings(Map.of("DESK_BASE_URL", "http://127.0.0.1:1", "DESK_LOCALE", "de", "DESK_GROUP", "7"))
                        .complete())
                .isFalse();
    }

    @Test
    void isOffWhenEverythingIsBlank() {
        assertThat(settings(Map.of("DESK_SUBDOMAIN", " ", "DESK_CLIENT_ID", "", "DESK_TOKEN", "\t"))
                        .complete())
                .isFalse();
    }

    @Test
    void isOnWithEitherWayToSignIn() {
        assertThat(settings(Map.of("DESK_SUBDOMAIN", "acme", "DESK_CLIENT_ID", "c", "DESK_CLIENT_SECRET", SECRET))
                        .complete())
                .isTrue();
        assertThat(settings(Map.of("DESK_SUBDOMAIN", "acme", "DESK_EMAIL", "a@example.com", "DESK_TOKEN", SECRET))
                        .complete())
                .isTrue();
    }

    @Test
    void isOnWhenAnotherWayIsBegunBesideACompleteOne() {
        assertThat(settings(Map.of(
                                "DESK_SUBDOMAIN", "acme",
                                "DESK_CLIENT_ID", "c",
                                "DESK_EMAIL", "a@example.com",
                                "DESK_TOKEN", SECRET))
                        .complete())
                .isTrue();
    }

    @Test
    void namesTheOneVariableThatIsMissing() {
        Settings settings = settings(Map.of("DESK_CLIENT_ID", "c", "DESK_CLIENT_SECRET", SECRET));

        assertThatThrownBy(settings::complete)
                .isInstanceOf(HalfSetException.class)
                .hasMessage("Desk is only half set up: set DESK_SUBDOMAIN, or remove the rest of its settings to leave"
                        + " it off. DESK_SUBDOMAIN: The part before .example.com.");
    }

    @Test
    void namesWhatIsMissingOfTheWayThatIsNearest() {
        Settings settings = settings(Map.of("DESK_SUBDOMAIN", "acme", "DESK_TOKEN", SECRET));

        assertThatThrownBy(settings::complete)
                .isInstanceOf(HalfSetException.class)
                .hasMessage("Desk is only half set up: set DESK_EMAIL, or remove the rest of its settings to leave it"
                        + " off. DESK_EMAIL: The agent's address.");
    }

    @Test
    void namesEverythingMissingOfTheRecommendedWayWhenNoneIsBegun() {
        Settings settings = settings(Map.of("DESK_SUBDOMAIN", "acme"));

        assertThatThrownBy(settings::complete)
                .isInstanceOf(HalfSetException.class)
                .hasMessageContaining("set DESK_CLIENT_ID and DESK_CLIENT_SECRET, or")
                .hasMessageNotContaining("DESK_EMAIL");
    }

    @Test
    void takesABlankValueForMissing() {
        Settings settings =
                settings(Map.of("DESK_SUBDOMAIN", "  ", "DESK_EMAIL", "a@example.com", "DESK_TOKEN", SECRET));

        assertThatThrownBy(settings::complete)
                .isInstanceOf(HalfSetException.class)
                .hasMessageContaining("set DESK_SUBDOMAIN, or");
    }

    @Test
    void needsNoPartOfAnAddressThatIsGivenWhole() {
        Settings settings = settings(Map.of(
                "DESK_BASE_URL", "http://127.0.0.1:8099/desk", "DESK_EMAIL", "a@example.com", "DESK_TOKEN", SECRET));

        assertThat(settings.complete()).isTrue();
        assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:8099/desk");
    }

    @Test
    void takesABlankAddressForNone() {
        Settings settings = settings(Map.of("DESK_BASE_URL", " ", "DESK_EMAIL", "a@example.com", "DESK_TOKEN", SECRET));

        assertThatThrownBy(settings::complete)
                .isInstanceOf(HalfSetException.class)
                .hasMessageContaining("set DESK_SUBDOMAIN, or");
    }

    @Test
    void fillsTheAddressFromTheCard() {
        assertThat(settings(Map.of("DESK_SUBDOMAIN", "acme")).baseUrl()).hasToString("https://acme.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8099/desk", "http://127.0.0.1:8099/desk/", " http://127.0.0.1:8099/desk// "})
    void leavesOutTheSlashAtTheEnd(String url) {
        assertThat(settings(Map.of("DESK_BASE_URL", url)).baseUrl()).hasToString("http://127.0.0.1:8099/desk");
    }

    @Test
    void tellsWhichVariableMakesNoAddress() {
        assertThatThrownBy(
                        () -> settings(Map.of("DESK_SUBDOMAIN", "my company")).baseUrl())
                .isInstanceOf(HalfSetException.class)
                .hasMessageStartingWith("Desk cannot start: DESK_SUBDOMAIN is not an address, or a part of one.");
        assertThatThrownBy(() -> settings(Map.of("DESK_BASE_URL", "localhost 8099", "DESK_SUBDOMAIN", "acme"))
                        .baseUrl())
                .isInstanceOf(HalfSetException.class)
                .hasMessageStartingWith("Desk cannot start: DESK_BASE_URL is not an address, or a part of one.");
        assertThatThrownBy(() -> settings(Map.of("DESK_BASE_URL", "127.0.0.1")).baseUrl())
                .isInstanceOf(HalfSetException.class);
    }

    @Test
    void fallsBackToWhatTheCardSays() {
        assertThat(settings(Map.of()).find("DESK_LOCALE")).contains("en-us");
        assertThat(settings(Map.of("DESK_LOCALE", "de")).find("DESK_LOCALE")).contains("de");
        assertThat(settings(Map.of("DESK_LOCALE", "")).get("DESK_LOCALE")).isEqualTo("en-us");
        assertThat(settings(Map.of()).find("DESK_GROUP")).isEmpty();
    }

    @Test
    void refusesToReadWhatTheCardDoesNotList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("HOME", "/root")).find("HOME"))
                .withMessageContaining("HOME");
    }

    @Test
    void saysWhatAValueShouldBeWithoutShowingIt() {
        Settings settings = settings(Map.of("DESK_TOKEN", SECRET));

        assertThat(settings.get("DESK_TOKEN", "s3.*", "a token")).isEqualTo(SECRET);
        assertThatThrownBy(() -> settings.get("DESK_TOKEN", "[0-9]+", "a number"))
                .isInstanceOf(HalfSetException.class)
                .hasMessage("Desk cannot start: DESK_TOKEN is not a number. DESK_TOKEN: The agent's token.")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void saysWhatAValueShouldBeThatItsReaderRefuses() {
        Settings settings = settings(Map.of("DESK_TOKEN", SECRET));

        assertThat(settings.<Integer>read("DESK_TOKEN", String::length, "a text"))
                .isEqualTo(SECRET.length());
        assertThatThrownBy(() -> settings.read("DESK_TOKEN", Integer::valueOf, "a number"))
                .isInstanceOf(HalfSetException.class)
                .hasMessage("Desk cannot start: DESK_TOKEN is not a number. DESK_TOKEN: The agent's token.")
                .hasNoCause();
    }

    @Test
    void neverShowsAValueInWhatItRefuses() {
        Settings settings = settings(Map.of("DESK_EMAIL", "agent@acme.example", "DESK_CLIENT_SECRET", SECRET));

        assertThatThrownBy(settings::complete)
                .isInstanceOf(HalfSetException.class)
                .hasMessageNotContainingAny(SECRET, "agent@acme");
    }

    private static Settings settings(Map<String, String> environment) {
        return new Settings(ExampleCard.named("desk"), name -> Optional.ofNullable(environment.get(name)));
    }
}
