package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;

/** What every message has around its content, checked as strictly as the vendor does. */
final class Envelope {

    private static final int LONGEST_CALLBACK_TEXT = 512;
    private static final Pattern NUMBER = Pattern.compile("\\+?[1-9]\\d{6,14}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Set<String> FIELDS = Set.of(
            "messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data");
    private static final Set<String> RECEIPT_FIELDS =
            Set.of("messaging_product", "status", "message_id", "typing_indicator");

    void check(ObjectNode message) {
        JsonNode product = message.path("messaging_product");
        if (product.isMissingNode()) {
            throw GraphError.invalid("The parameter messaging_product is required.");
        }
        if (!product.asText().equals("whatsapp")) {
            throw GraphError.invalid(
                    "Param messaging_product must be one of {WHATSAPP} - got \"" + product.asText() + "\".");
        }
        if (message.has("status")) {
            checkReceipt(message);
            return;
        }
        if (!message.has("type")) {
            message.put("type", "text");
        }
        checkKeys(message, message.path("type").asText());
        checkRecipient(message);
        if (message.path("biz_opaque_callback_data").asText().length() > LONGEST_CALLBACK_TEXT) {
            throw GraphError.invalid("Param biz_opaque_callback_data must be at most 512 characters long.");
        }
        if (message.has("context") && !isMessageId(message.at("/context/message_id"))) {
            throw invalidValue("context.message_id is not a message of this number.");
        }
    }

    static boolean isMessageId(JsonNode id) {
        return id.asText().startsWith("wamid.");
    }

    private static void checkReceipt(ObjectNode receipt) {
        receipt.fieldNames().forEachRemaining(name -> {
            if (!RECEIPT_FIELDS.contains(name)) {
                throw unexpected(name);
            }
        });
        if (!receipt.path("status").asText().equals("read")) {
            throw GraphError.invalid("Param status must be one of {READ}.");
        }
        if (!receipt.hasNonNull("message_id")) {
            throw GraphError.missing("message_id");
        }
        if (!isMessageId(receipt.path("message_id"))) {
            throw invalidValue("message_id is not a message of this number.");
        }
        if (receipt.has("typing_indicator")
                && !receipt.at("/typing_indicator/type").asText().equals("text")) {
            throw GraphError.invalid("Param typing_indicator['type'] must be one of {TEXT}.");
        }
    }

    private static void checkKeys(ObjectNode message, String type) {
        if (!Content.TYPES.contains(type)) {
            throw GraphError.invalid("Param type must be one of " + Content.TYPES + " - got \"" + type + "\".");
        }
        message.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name) && !name.equals(type)) {
                throw unexpected(name);
            }
        });
    }

    private static void checkRecipient(ObjectNode message) {
        if (message.has("recipient_type")
                && !message.path("recipient_type").asText().equals("individual")) {
            throw GraphError.invalid("Param recipient_type must be one of {INDIVIDUAL}.");
        }
        if (!message.hasNonNull("to") && !message.hasNonNull("recipient")) {
            throw GraphError.invalid("The parameter to is required.");
        }
        if (!message.hasNonNull("to")) {
            if (!USER_ID.matcher(message.path("recipient").asText()).matches()) {
                throw invalidValue("recipient is not a user id.");
            }
            return;
        }
        String to = message.path("to").asText();
        if (!message.path("to").isTextual() || !NUMBER.matcher(to).matches()) {
            throw invalidValue("to is not a phone number.");
        }
        if (to.replace("+", "").equals(WhatsappSandbox.BUSINESS_NUMBER)) {
            throw GraphError.detailed(
                    400,
                    131_021,
                    "Recipient cannot be sender",
                    "The number it is sent from and the one it is sent to are the same.");
        }
    }

    private static RuntimeException invalidValue(String details) {
        return GraphError.detailed(400, 131_009, "Parameter value is not valid", details);
    }

    private static RuntimeException unexpected(String name) {
        return GraphError.invalid("Unexpected key \"" + name + "\" on param.");
    }
}
