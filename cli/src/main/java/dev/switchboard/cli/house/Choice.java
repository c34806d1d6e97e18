package dev.switchboard.cli.house;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Category;
import dev.switchboard.integration.card.IntegrationCards;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which systems of a kind the house runs with, in the order in which they are asked. Nothing chosen is the one that a newcomer sees.
 *
 * @param byCategory the ids the user asked for; a category that is not there was left open
 */
public record Choice(Map<Category, List<String>> byCategory) {
    private static final Map<Category, String> SEEN_FIRST =
            Map.of(Category.CRM, "salesforce", Category.TICKETING, "zendesk", Category.COMMERCE, "shopify");

    public static final Choice OPEN = new Choice(Map.of());

    /** @throws CannotStart when one of them is no system of its kind */
    public Choice {
        byCategory = Map.copyOf(byCategory);
        byCategory.forEach(Choice::check);
    }

    /** In the user's order, over all kinds. */
    List<String> order() {
        return Stream.of(Category.values())
                .flatMap(category -> byCategory.getOrDefault(category, List.of()).stream())
                .toList();
    }

    /** Whether the sandbox plays a system for which there are no credentials. {@code real} are those for which there are. */
    boolean simulates(IntegrationCard card, List<IntegrationCard> real) {
        List<String> asked = byCategory.get(card.category());
        if (asked != null) {
            return asked.contains(card.id());
        }
        String first = SEEN_FIRST.get(card.category());
        boolean ownOne = real.stream().anyMatch(other -> other.category() == card.category());
        return first == null || (!ownOne && first.equals(card.id()));
    }

    private static void check(Category category, List<String> ids) {
        List<String> known = IntegrationCards.load().stream()
                .filter(card -> card.category() == category)
                .map(IntegrationCard::id)
                .sorted()
                .toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(unknown -> {
            throw new CannotStart("There is no " + noun(category) + " " + unknown + "; choose from "
                    + known.stream().collect(Collectors.joining(", ")) + ".");
        });
    }

    private static String noun(Category category) {
        return switch (category) {
            case CRM -> "CRM";
            case TICKETING -> "helpdesk";
            case COMMERCE -> "shop";
            case TELEPHONY -> "telephone system";
            case MESSAGING -> "messenger";
        };
    }
}
