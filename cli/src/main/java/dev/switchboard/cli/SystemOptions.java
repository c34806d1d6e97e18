package dev.switchboard.cli;

import dev.switchboard.cli.house.Choice;
import dev.switchboard.integration.card.IntegrationCard.Category;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which systems the house runs with. One with credentials in {@code .env} is the real one, others are simulated. */
final class SystemOptions {
    @Option(
            names = "--crm",
            split = ",",
            paramLabel = "<system>",
            description = "The CRMs, the one that is asked first in front, such as zoho or hubspot,pipedrive.")
    @Nullable
    List<String> crm;

    @Option(
            names = "--ticketing",
            split = ",",
            paramLabel = "<system>",
            description = "The helpdesks, the one that gets the tickets in front, such as servicenow.")
    @Nullable
    List<String> ticketing;

    @Option(names = "--commerce", split = ",", paramLabel = "<system>", description = "The shops, such as shopify.")
    @Nullable
    List<String> commerce;

    /** @throws dev.switchboard.cli.house.CannotStart when one of them is no system of its kind */
    Choice choice() {
        var chosen = new EnumMap<Category, List<String>>(Category.class);
        put(chosen, Category.CRM, crm);
        put(chosen, Category.TICKETING, ticketing);
        put(chosen, Category.COMMERCE, commerce);
        return new Choice(chosen);
    }

    private static void put(EnumMap<Category, List<String>> chosen, Category category, @Nullable List<String> systems) {
        if (systems != null) {
            chosen.put(category, List.copyOf(systems));
        }
    }
}
