package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes and comments on tickets, each ending in its key: Intercom keeps none for them. What is too long for one is attached whole. */
final class IntercomParts {
    private static final int LONGEST_BYTES = 60_000;
    /** However much of it has to be escaped, it is less than a note may be. */
    private static final int BEGINNING = 8_000;

    private static final String ATTACHED = "\n\n[The whole text is attached.]";
    private static final String REFERENCE = "Reference: ";

    private final IntercomApi api;
    private final IntercomTeammate teammate;

    IntercomParts(IntercomApi api, IntercomTeammate teammate) {
        this.api = api;
        this.teammate = teammate;
    }

    IntercomJson.Part add(String ticketId, String text, IdempotencyKey key, boolean visibleToCustomer) {
        String reference = IntercomHtml.of(REFERENCE + key.value());
        String body = IntercomHtml.of(text) + reference;
        if (body.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES) {
            return send(ticketId, body, visibleToCustomer, null);
        }
        int end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return send(
                ticketId,
                IntercomHtml.of(text.substring(0, end) + ATTACHED) + reference,
                visibleToCustomer,
                List.of(new IntercomJson.File("text/plain; charset=utf-8", data, "transcript.txt")));
    }

    /** Among what a ticket read by its id shows: a part made a moment ago is there. */
    Optional<IntercomJson.Part> find(IntercomJson.Ticket ticket, IdempotencyKey key) {
        return Stream.ofNullable(ticket.parts())
                .flatMap(parts -> Stream.ofNullable(parts.parts()))
                .flatMap(List::stream)
                .filter(part -> part.body() != null && part.body().contains(REFERENCE + key.value()))
                .findFirst();
    }

    private IntercomJson.Part send(
            String ticketId, String body, boolean visibleToCustomer, @Nullable List<IntercomJson.File> files) {
        return api.reply(
                ticketId,
                new IntercomJson.Reply(visibleToCustomer ? "comment" : "note", "admin", teammate.id(), body, files));
    }
}
