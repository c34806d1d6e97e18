package dev.switchboard.runtime;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Auth;
import dev.switchboard.integration.card.IntegrationCard.Category;
import dev.switchboard.integration.card.IntegrationCard.Limit;
import dev.switchboard.integration.card.IntegrationCard.Setting;
import java.net.URI;
import java.util.List;

/** The card of a system that does not exist, with two ways to sign in. */
public final class ExampleCard {
    private ExampleCard() {}

    public static IntegrationCard named(String id, Limit... limits) {
        return new IntegrationCard(
                id,
                "Desk",
                Category.TICKETING,
                List.of(),
                "https://${DESK_SUBDOMAIN}.example.com",
                List.of(
                        new Setting("DESK_SUBDOMAIN", "The part before .example.com.", true, false, null),
                        new Setting("DESK_CLIENT_ID", "The client's name.", false, false, null),
                        new Setting("DESK_CLIENT_SECRET", "The client's secret.", false, true, null),
                        new Setting("DESK_EMAIL", "The agent's address.", false, false, null),
                        new Setting("DESK_TOKEN", "The agent's token.", false, true, null),
                        new Setting("DESK_LOCALE", "The language of articles.", false, false, "en-us"),
                        new Setting("DESK_GROUP", "Where tickets go.", false, false, null)),
                List.of(
                        new Auth(
                                "oauth2-client-credentials", "/token", List.of("DESK_CLIENT_ID", "DESK_CLIENT_SECRET")),
                        new Auth("basic", null, List.of("DESK_EMAIL", "DESK_TOKEN"))),
                List.of(),
                List.of(limits),
                null,
                List.of(),
                List.of(URI.create("https://example.com/docs")));
    }
}
