package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Work notes and comments: journal entries, which are cut without a word when they are too long, so long texts are several. Each
 * ends in its key, as a repeated write would add it again. No attachments: callers see a ticket's.
 */
final class ServicenowNotes {
    private static final String COMMENTS = "comments";
    private static final String WORK_NOTES = "work_notes";
    private static final List<String> JOURNALS = List.of(WORK_NOTES, COMMENTS);
    private static final int LARGEST_PAGE = 100;

    private final ServicenowApi api;
    private final TicketDefaults defaults;

    ServicenowNotes(ServicenowApi api, TicketDefaults defaults) {
        this.api = api;
        this.defaults = defaults;
    }

    /** The text as entries, each with its marker. */
    List<String> entries(String text, IdempotencyKey key) {
        List<String> parts = parts(
                harmless(text).strip(),
                defaults.noteLength() - marker(key, 999, 999).length());
        List<String> entries = new ArrayList<>();
        for (String part : parts) {
            entries.add(part + marker(key, entries.size() + 1, parts.size()));
        }
        return entries;
    }

    void add(String ticketId, List<String> entries, Set<Integer> already, boolean visibleToCustomer) {
        String journal = visibleToCustomer ? COMMENTS : WORK_NOTES;
        for (int number = 1; number <= entries.size(); number++) {
            if (!already.contains(number)) {
                api.updateTask(
                                defaults.tickets().table(),
                                ticketId,
                                ServicenowJson.Made.FIELDS,
                                Map.of(journal, entries.get(number - 1)))
                        .complete();
            }
        }
    }

    /** Which of the entries are there, counted from 1. Read from the database itself. */
    Set<Integer> present(String ticketId, List<String> entries, IdempotencyKey key) {
        String query = ServicenowQuery.equal("element_id", ticketId)
                .orElseThrow()
                .and(ServicenowQuery.anyIn(List.of("element"), JOURNALS).orElseThrow())
                .oldestFirst()
                .text();
        Set<Integer> present = new HashSet<>();
        long total;
        int seen = 0;
        int offset = 0;
        do {
            RestResponse<ServicenowJson.Rows<ServicenowJson.Entry>> page =
                    api.journal(query, ServicenowJson.Entry.FIELDS, LARGEST_PAGE, offset);
            List<ServicenowJson.Entry> rows = page.getEntity().complete();
            ServicenowRows.check(rows, row -> ticketId.equals(row.elementId()));
            rows.stream().map(row -> String.valueOf(row.value())).forEach(value -> {
                for (int number = 1; number <= entries.size(); number++) {
                    if (value.contains(marker(key, number, entries.size()).strip())) {
                        present.add(number);
                    }
                }
            });
            seen += rows.size();
            offset += LARGEST_PAGE;
            total = ServicenowPages.total(page);
        } while (offset < total && present.size() < entries.size());
        if (present.size() < entries.size() && seen < total && offset >= total) {
            throw new IntegrationException(
                    "servicenow", "sys_journal_field", new Failure.Forbidden(200, "access_rule"));
        }
        return present;
    }

    private static String marker(IdempotencyKey key, int number, int of) {
        return "\n[call:" + key.value() + (of == 1 ? "" : " " + number + "/" + of) + "]";
    }

    /** In a journal {@code [code]} makes HTML of what follows. */
    private static String harmless(String text) {
        return text.replaceAll("(?i)\\[(/?code)]", "[ $1 ]");
    }

    /** Whole lines where there are any, else whole words, and whole characters always. */
    private static List<String> parts(String text, int longest) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > longest) {
            int line = text.lastIndexOf('\n', start + longest);
            int gap = line > start ? line : text.lastIndexOf(' ', start + longest);
            int end = gap > start ? gap : whole(text, start + longest);
            parts.add(text.substring(start, end));
            start = gap > start ? end + 1 : end;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int whole(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
