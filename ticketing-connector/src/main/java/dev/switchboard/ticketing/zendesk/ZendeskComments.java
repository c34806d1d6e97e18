package dev.switchboard.ticketing.zendesk;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts as comments: what is longer than a comment may be is attached whole. */
final class ZendeskComments {
    private static final int LONGEST_BYTES = 65_535;
    private static final String ATTACHED = "\n\n[The whole text is attached.]";

    private final ZendeskApi api;

    ZendeskComments(ZendeskApi api) {
        this.api = api;
    }

    /** Visibility is always said: left out, Zendesk takes that of the ticket's first comment. */
    ZendeskJson.CommentRequest comment(String text, boolean visibleToCustomer) {
        if (bytes(text) <= LONGEST_BYTES) {
            return new ZendeskJson.CommentRequest(text, visibleToCustomer, null);
        }
        String token = api.upload("transcript.txt", text.getBytes(StandardCharsets.UTF_8))
                .upload()
                .token();
        String beginning = cut(text, LONGEST_BYTES - bytes(ATTACHED)) + ATTACHED;
        return new ZendeskJson.CommentRequest(beginning, visibleToCustomer, List.of(token));
    }

    /** As many whole characters as fit. */
    private static String cut(String text, int most) {
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            int size = bytes(Character.toString(character));
            if (taken + size > most) {
                break;
            }
            taken += size;
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
