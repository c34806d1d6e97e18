package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.integration.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Notes on tickets, each ending in its key: they have no external id. What is too long for one is attached whole. */
final class FreshdeskNotes {
    private static final int LONGEST_BYTES = 60_000;
    /** However much of it has to be escaped, it is less than a note may be. */
    private static final int BEGINNING = 8_000;

    private static final String ATTACHED = "\n\n[The whole text is attached.]";
    private static final String REFERENCE = "Reference: ";
    private static final int LARGEST_PAGE = 100;

    private final FreshdeskApi api;

    FreshdeskNotes(FreshdeskApi api) {
        this.api = api;
    }

    FreshdeskJson.Note add(long ticketId, String text, IdempotencyKey key, boolean visibleToCustomer) {
        String reference = FreshdeskHtml.of(REFERENCE + key.value());
        String body = FreshdeskHtml.of(text) + reference;
        if (body.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES) {
            return api.addNote(ticketId, new FreshdeskJson.NewNote(body, !visibleToCustomer));
        }
        int end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        return api.addNoteWithFile(
                ticketId,
                FreshdeskHtml.of(text.substring(0, end) + ATTACHED) + reference,
                String.valueOf(!visibleToCustomer),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** Strongly consistent: a note made a moment ago is there. */
    Optional<FreshdeskJson.Note> find(long ticketId, IdempotencyKey key) {
        for (int page = 1; ; page++) {
            List<FreshdeskJson.Note> notes = api.notes(ticketId, page, LARGEST_PAGE);
            Optional<FreshdeskJson.Note> found = notes.stream()
                    .filter(note -> note.bodyText() != null && note.bodyText().contains(REFERENCE + key.value()))
                    .findFirst();
            if (found.isPresent() || notes.size() < LARGEST_PAGE) {
                return found;
            }
        }
    }
}
