package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Request;
import java.util.Set;

/**
 * The version an answer is written in. Without the header it is the one the app was made with, which here is an old one: a ticket's
 * state was a word then.
 */
record IntercomVersion(int minor) {

    private static final String HEADER = "Intercom-Version";
    private static final int OF_THE_APP = 9;
    private static final int STATES_ARE_OBJECTS = 12;
    private static final int NEWEST = 16;
    private static final Set<String> OTHERS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4");

    static IntercomVersion of(Request request) {
        String asked = request.header(HEADER).orElse("2." + OF_THE_APP);
        if (OTHERS.contains(asked)) {
            return new IntercomVersion(0);
        }
        if (!asked.matches("2\\.[0-9]{1,2}") || Integer.parseInt(asked.substring(2)) > NEWEST) {
            throw IntercomErrors.refused(406, "intercom_version_invalid", "The requested version could not be found");
        }
        return new IntercomVersion(Integer.parseInt(asked.substring(2)));
    }

    ObjectNode written(ObjectNode ticket) {
        if (minor < STATES_ARE_OBJECTS) {
            ticket.put("ticket_state", ticket.at("/ticket_state/category").asText());
        }
        return ticket;
    }
}
