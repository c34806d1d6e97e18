package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.IdempotencyKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What says that a ticket was begun, before it is made: a note on its contact, as notes are listed at once and tickets are found
 * only by a search that is behind. Without it nobody could tell an answer that was lost from a request that never arrived.
 */
final class IntercomOpenings {
    private static final String BEGUN = "A conversation with the AI agent; its ticket follows: ";
    private static final String REFERENCE = "Opening: ";

    private final IntercomApi api;
    private final IntercomTeammate teammate;

    IntercomOpenings(IntercomApi api, IntercomTeammate teammate) {
        this.api = api;
        this.teammate = teammate;
    }

    void begin(String contactId, String title, IdempotencyKey key) {
        api.addNote(
                contactId,
                new IntercomJson.NewNote(
                        IntercomHtml.of(BEGUN + title) + IntercomHtml.of(REFERENCE + key.value()), teammate.id()));
    }

    /** When it was begun, the last time; empty when it never was. */
    Optional<Instant> begun(String contactId, IdempotencyKey key) {
        IntercomJson.Notes first = api.notes(contactId, 1);
        int pages = first.pages() == null ? 1 : first.pages().totalPages();
        return IntStream.rangeClosed(1, Math.max(1, pages))
                .mapToObj(page -> page == 1 ? first : api.notes(contactId, page))
                .flatMap(notes -> notes.data().stream())
                .filter(note -> note.body() != null && note.body().contains(REFERENCE + key.value()))
                .map(note -> Instant.ofEpochSecond(note.createdAt()))
                .max(Comparator.naturalOrder());
    }
}
