package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.IdempotencyKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes on a contact or a lead. Zoho keeps no key of ours on a note, so it ends the title, and the list of notes tells at once which
 * are there.
 */
final class ZohoNotes {
    private static final String NOTES = "Notes";
    private static final String TITLE = "Note_Title";
    /** Of the 120 characters that a title may have, what a key and its brackets leave. */
    private static final int LONGEST_HEADING = 50;

    private static final int MOST_IN_A_WRITE = 100;

    private final ZohoOrg org;

    ZohoNotes(ZohoOrg org) {
        this.org = org;
    }

    /** Keeps the second part and those after it; parts that are there already are left alone. */
    void keepRest(ZohoId on, IdempotencyKey key, List<String> parts) {
        if (parts.size() == 1) {
            return;
        }
        List<String> titles = org.related(on, NOTES, TITLE).stream()
                .map(note -> note.path(TITLE).asText(""))
                .toList();
        List<Map<String, Object>> missing = new ArrayList<>();
        for (int part = 2; part <= parts.size(); part++) {
            String mark = mark(key + "-" + part);
            if (titles.stream().noneMatch(title -> title.endsWith(mark))) {
                String heading = "Conversation, " + part + " of " + parts.size();
                missing.add(note(on, heading, mark, parts.get(part - 1)));
            }
        }
        for (int from = 0; from < missing.size(); from += MOST_IN_A_WRITE) {
            org.insertAll(NOTES, missing.subList(from, Math.min(missing.size(), from + MOST_IN_A_WRITE)));
        }
    }

    /** Returns the note's id. */
    String keep(ZohoId on, IdempotencyKey key, String heading, String content) {
        return org.insert(NOTES, note(on, heading, mark(key.value()), content)).id();
    }

    /** The id of the note that {@link #keep} made. */
    Optional<String> kept(ZohoId on, IdempotencyKey key) {
        return marked(org.related(on, NOTES, TITLE), TITLE, key);
    }

    /** The id of the record whose field ends with the key. */
    static Optional<String> marked(List<JsonNode> records, String field, IdempotencyKey key) {
        return records.stream()
                .filter(record -> record.path(field).asText("").endsWith(mark(key.value())))
                .map(record -> record.path("id").asText())
                .findFirst();
    }

    static String mark(String key) {
        return "[" + key + "]";
    }

    private static Map<String, Object> note(ZohoId on, String heading, String mark, String content) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put(TITLE, ZohoText.line(heading, LONGEST_HEADING) + " " + mark);
        note.put("Note_Content", content);
        note.put("Parent_Id", Map.of("id", on.id(), "module", Map.of("api_name", on.module())));
        return note;
    }
}
