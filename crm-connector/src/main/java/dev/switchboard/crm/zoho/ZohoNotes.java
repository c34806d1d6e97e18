package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.IdempotencyKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes on a contact or a lead. Zoho keeps no key of ours on a note, so it ends the title, and the list of notes tells at once which
 * are there.
 */
final class ZohoNotes {
    private static final String NOTES = "Notes";
    private static final String TITLE = "Note_Title";
    private static final String CONTENT = "Note_Content";
    /** A title with a mark; it is ours where the content ends with the same. */
    private static final Pattern MARKED = Pattern.compile("(.*?)(\\[[A-Za-z0-9-]+\\])", Pattern.DOTALL);

    /** The title of a note in which a long text of ours goes on. */
    private static final Pattern REST = Pattern.compile("Conversation, [0-9]+ of [0-9]+ \\[[A-Za-z0-9-]+\\]");

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

    /** What lately was noted about them, by whomever; nothing where notes are not to be seen. */
    static ZohoPart newest(ZohoId on, int most) {
        return new ZohoPart.Newest(on, NOTES, TITLE + "," + CONTENT, most, true);
    }

    /** Whether it only goes on with a text that begins elsewhere. */
    static boolean isRest(JsonNode note) {
        return REST.matcher(note.path(TITLE).asText("")).matches();
    }

    /** Its title without our mark, else the first line of what it says. */
    static String name(JsonNode note) {
        String title = note.path(TITLE).asText("").strip();
        String content = note.path(CONTENT).asText("").strip();
        Matcher marked = MARKED.matcher(title);
        boolean ours = marked.matches() && content.endsWith(marked.group(2));
        String heading = ours ? marked.group(1) : title;
        String name = ZohoText.firstLine(heading.isBlank() ? content : heading);
        return name.isEmpty() ? "Note" : name;
    }

    static String mark(String key) {
        return "[" + key + "]";
    }

    private static Map<String, Object> note(ZohoId on, String heading, String mark, String content) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put(TITLE, ZohoText.line(heading, LONGEST_HEADING) + " " + mark);
        note.put(CONTENT, content);
        note.put("Parent_Id", Map.of("id", on.id(), "module", Map.of("api_name", on.module())));
        return note;
    }
}
