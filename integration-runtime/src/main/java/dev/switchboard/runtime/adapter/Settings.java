package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.card.IntegrationCard;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A system's settings as the environment gives them: what the card lists, and nothing else. */
public final class Settings {
    private final IntegrationCard card;
    private final Function<String, Optional<String>> environment;

    Settings(IntegrationCard card, Function<String, Optional<String>> environment) {
        this.card = card;
        this.environment = environment;
    }

    /** The value, or the card's fallback. */
    public Optional<String> find(String name) {
        IntegrationCard.Setting setting = card.setting(name)
                .orElseThrow(() -> new IllegalArgumentException("The card of " + card.id() + " lists no " + name));
        return given(name).or(() -> Optional.ofNullable(setting.fallback()));
    }

    /**
     * The value that must be there.
     *
     * @throws HalfSetException when it is not; the message tells the user what to do
     */
    public String get(String name) {
        return find(name).orElseThrow(() -> new HalfSetException(card, List.of(name)));
    }

    /**
     * The value that must be there and match {@code pattern}.
     *
     * @param expected what it should be, for the user: "a version such as v25.0"
     * @throws HalfSetException when it does not; the message tells the user what to do
     */
    public String get(String name, String pattern, String expected) {
        String value = get(name);
        if (!value.matches(pattern)) {
            throw new HalfSetException(card, name, expected);
        }
        return value;
    }

    /**
     * What {@code reader} makes of the value that must be there.
     *
     * @param reader throws an {@link IllegalArgumentException} for a value it cannot use; its text is not shown, it may hold a secret
     * @param expected what the value should be, for the user: "an RSA key in PEM"
     * @throws HalfSetException when it cannot be read; the message tells the user what to do
     */
    public <T> T read(String name, Function<String, T> reader, String expected) {
        String value = get(name);
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException unusable) {
            throw new HalfSetException(card, name, expected);
        }
    }

    /** Whether every setting of a way to sign in is there. */
    public boolean has(IntegrationCard.Auth way) {
        return way.settings().stream().allMatch(name -> find(name).isPresent());
    }

    /**
     * Whether the system is on: everything it needs is set. Off when nothing of it is.
     *
     * @throws HalfSetException when something is set and something is missing
     */
    boolean complete() {
        List<String> required = card.settings().stream()
                .filter(IntegrationCard.Setting::required)
                .map(IntegrationCard.Setting::name)
                .toList();
        boolean untouched = Stream.concat(
                        required.stream(), card.auth().stream().flatMap(way -> way.settings().stream()))
                .allMatch(name -> given(name).isEmpty());
        if (untouched) {
            return false;
        }
        List<String> missing = Stream.concat(
                        required.stream()
                                .filter(name -> find(name).isEmpty())
                                .filter(name -> !(isPartOfAddress(name) && baseUrlGiven())),
                        card.auth().stream().anyMatch(this::has) ? Stream.empty() : missingOfNearestWay())
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw new HalfSetException(card, missing);
        }
        return true;
    }

    /**
     * The system's address without a trailing slash: the card's with its placeholders filled, or the override.
     *
     * @throws HalfSetException when that is no address
     */
    URI baseUrl() {
        String url = given(card.baseUrlSetting()).orElseGet(this::filledBaseUrl);
        try {
            URI address = new URI(url.strip().replaceFirst("/+$", ""));
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            throw wrongAddress();
        }
        throw wrongAddress();
    }

    private HalfSetException wrongAddress() {
        String name = card.settings().stream()
                .map(IntegrationCard.Setting::name)
                .filter(part -> isPartOfAddress(part) && !baseUrlGiven())
                .findFirst()
                .orElse(card.baseUrlSetting());
        return new HalfSetException(card, name, "an address, or a part of one");
    }

    private String filledBaseUrl() {
        String url = card.baseUrl();
        for (IntegrationCard.Setting setting : card.settings()) {
            String placeholder = "${" + setting.name() + "}";
            if (url.contains(placeholder)) {
                url = url.replace(placeholder, get(setting.name()));
            }
        }
        return url;
    }

    private boolean baseUrlGiven() {
        return given(card.baseUrlSetting()).isPresent();
    }

    private boolean isPartOfAddress(String name) {
        return card.baseUrl().contains("${" + name + "}");
    }

    private Stream<String> missingOfNearestWay() {
        return card.auth().stream()
                .map(way -> way.settings().stream()
                        .filter(name -> find(name).isEmpty())
                        .toList())
                .min((one, other) -> Integer.compare(one.size(), other.size()))
                .stream()
                .flatMap(List::stream);
    }

    private Optional<String> given(String name) {
        return environment.apply(name).filter(value -> !value.isBlank());
    }
}
