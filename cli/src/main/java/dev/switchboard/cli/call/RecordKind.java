package dev.switchboard.cli.call;

import com.fasterxml.jackson.databind.JsonNode;

/** The records that a call reads or leaves behind, where each vendor keeps them, and how to name one to a reader. */
enum RecordKind {
    SALESFORCE_CONTACT("salesforce", "Contact", "contact") {
        @Override
        String title(JsonNode contact) {
            return contact.path("FirstName").asText() + " "
                    + contact.path("LastName").asText();
        }
    },
    HUBSPOT_CONTACT("hubspot", "contacts", "contact") {
        @Override
        String title(JsonNode contact) {
            var properties = contact.path("properties");
            return properties.path("firstname").asText() + " "
                    + properties.path("lastname").asText();
        }
    },
    ZENDESK_TICKET("zendesk", "tickets", "ticket") {
        @Override
        String title(JsonNode ticket) {
            return "\"" + ticket.path("subject").asText() + "\", priority "
                    + ticket.path("priority").asText("not set");
        }
    },
    SALESFORCE_TASK("salesforce", "Task", "task") {
        @Override
        String title(JsonNode task) {
            return "\"" + task.path("Subject").asText() + "\"";
        }
    },
    HUBSPOT_CALL("hubspot", "calls", "call") {
        @Override
        String title(JsonNode call) {
            return "\"" + call.path("properties").path("hs_call_title").asText() + "\"";
        }
    },
    TWILIO_MESSAGE("twilio", "messages", "text message") {
        @Override
        String title(JsonNode message) {
            return "\"" + body(message) + "\"";
        }
    };

    private final String system;
    private final String type;
    private final String noun;

    RecordKind(String system, String type, String noun) {
        this.system = system;
        this.type = type;
        this.noun = noun;
    }

    abstract String title(JsonNode of);

    String system() {
        return system;
    }

    /** The vendor's own word for it. */
    String type() {
        return type;
    }

    /** Ours. */
    String noun() {
        return noun;
    }

    /** Each vendor spells it differently. */
    static String id(JsonNode of) {
        for (var name : new String[] {"id", "Id", "sid"}) {
            if (of.hasNonNull(name)) {
                return of.get(name).asText();
            }
        }
        return "";
    }

    static String body(JsonNode message) {
        return message.path(message.has("body") ? "body" : "Body").asText();
    }
}
