package dev.switchboard.cli.document;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Auth;
import dev.switchboard.integration.card.IntegrationCard.Limit;
import dev.switchboard.integration.card.IntegrationCard.Setting;
import dev.switchboard.integration.card.Webhook;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user has to know to connect a system, in Markdown: everything on it stands on the system's card. */
final class SystemPage {
    private final IntegrationCard card;

    SystemPage(IntegrationCard card) {
        this.card = card;
    }

    String text() {
        return Stream.of(head(), settings(), signIn(), webhook(), customFields(), limits(), calls(), docs())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private String head() {
        return "# " + card.name()
                + "\n\nMade from the system's card by `./switchboard document`; change the card, not this page.\n\n"
                + "Kind: " + card.category().name().toLowerCase(Locale.ROOT)
                + ". In the call log, in alerts, in routes and in"
                + " `SWITCHBOARD_ORDER` it is `" + card.id() + "`.";
    }

    private String settings() {
        Stream<String> rows =
                card.settings().stream().map(setting -> row("`" + setting.name() + "`", use(setting), setting.help()));
        Stream<String> address = Stream.of(row(
                "`" + card.baseUrlSetting() + "`",
                "",
                "Another address than `" + card.baseUrl() + "`, such as a proxy's."));
        return section(
                "Settings",
                "| variable | | what it is |\n|---|---|---|\n"
                        + Stream.concat(rows, address).collect(Collectors.joining("\n")));
    }

    private static String use(Setting setting) {
        String use = setting.required() ? "required" : "";
        String secret = setting.secret() ? "secret" : "";
        String fallback = setting.fallback() == null ? "" : "`" + setting.fallback() + "` unless set";
        return Stream.of(use, secret, fallback).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }

    private String signIn() {
        String ways = card.auth().stream()
                .map(way -> "1. " + way.kind() + ": " + needs(way)
                        + (way.tokenUrl() == null ? "" : "; the token comes from `" + way.tokenUrl() + "`"))
                .collect(Collectors.joining("\n"));
        return section("Signing in", "The first way of which everything is set is taken.\n\n" + ways);
    }

    private static String needs(Auth way) {
        return names(way.settings());
    }

    private static String names(List<String> settings) {
        return settings.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private String webhook() {
        Webhook facts = card.webhook();
        if (facts == null
                || facts.scheme() == Webhook.Scheme.TWILIO
                || card.category() == IntegrationCard.Category.MESSAGING) {
            return "";
        }
        String address = "`<public URL>/webhooks/" + card.id()
                + (facts.scheme() == Webhook.Scheme.SECRET_PATH ? "/<secret>" : "") + "`";
        String login = facts.login().isEmpty() ? "" : ", or " + names(facts.login());
        return section(
                "Webhooks",
                "Send them to " + address + ". They are off until set: " + names(facts.secrets()) + login + ".\n\n"
                        + proof(facts)
                        + (login.isEmpty() ? "" : " Without a signature it logs in with the user and the password."));
    }

    private static String proof(Webhook facts) {
        return switch (facts.scheme()) {
            case SECRET_PATH ->
                "The vendor signs nothing: the secret in the address is the proof, so keep it out of logs.";
            case BASIC -> "The vendor signs nothing: it logs in with the user and the password (HTTP Basic).";
            case HMAC_SHA1, HMAC_SHA256, TWILIO ->
                "Each is verified by its signature in `" + facts.header() + "` ("
                        + facts.scheme().name().replace('_', '-') + ")"
                        + (facts.tolerance() == null
                                ? "."
                                : "; one that was signed more than "
                                        + facts.tolerance().toMinutes() + " minutes ago is refused.");
        };
    }

    private String customFields() {
        return table(
                "Fields worth making",
                "| field | type | what for |\n|---|---|---|\n",
                card.customFields().stream().map(field -> row(field.name(), field.type(), field.purpose())));
    }

    private String limits() {
        return table(
                "Limits",
                "| requests | in | waits as told by |\n|---|---|---|\n",
                card.limits().stream().map(SystemPage::limit));
    }

    private static String limit(Limit limit) {
        return row(
                Integer.toString(limit.requests()),
                limit.per().toString(),
                limit.hint() == null ? "" : "`" + limit.hint() + "`");
    }

    private String calls() {
        return table(
                "What is called",
                "| in the call log | at the vendor |\n|---|---|\n",
                card.endpoints().stream()
                        .map(call -> row("`" + call.ability() + "`", "[`" + call.call() + "`](" + call.docs() + ")")));
    }

    private String docs() {
        return section(
                "The vendor's own pages",
                card.docs().stream().map(page -> "- <" + page + ">").collect(Collectors.joining("\n")));
    }

    private static String table(String title, String head, Stream<String> rows) {
        List<String> lines = rows.toList();
        return lines.isEmpty() ? "" : section(title, head + String.join("\n", lines));
    }

    private static String section(String title, String text) {
        return "## " + title + "\n" + text;
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
