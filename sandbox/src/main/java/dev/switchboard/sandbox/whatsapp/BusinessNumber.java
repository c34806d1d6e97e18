package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.util.List;
import java.util.Map;

/** What can be asked about the business's own number: the usual fields, or those that {@code fields} names. */
final class BusinessNumber {

    private static final List<String> STANDARD =
            List.of("display_phone_number", "verified_name", "quality_rating", "code_verification_status");
    private static final Map<String, String> FIELDS = Map.of(
            "id", WhatsappSandbox.PHONE_NUMBER_ID,
            "display_phone_number", "+1 415-555-0111",
            "verified_name", "Switchboard Outfitters",
            "quality_rating", "GREEN",
            "messaging_limit_tier", "TIER_10K",
            "code_verification_status", "VERIFIED",
            "name_status", "APPROVED",
            "platform_type", "CLOUD_API");

    private BusinessNumber() {}

    static Answer answer(Request request) {
        List<String> asked = request.query("fields")
                .map(fields -> List.of(fields.split(",", -1)))
                .orElse(STANDARD);
        ObjectNode body = Json.object();
        for (String field : asked) {
            String value = FIELDS.get(field.strip());
            if (value == null) {
                throw GraphError.invalid(
                        "Tried accessing nonexisting field (" + field + ") on node type (WhatsAppBusinessPhoneNumber)");
            }
            body.put(field.strip(), value);
        }
        return Answer.json(200, body.put("id", WhatsappSandbox.PHONE_NUMBER_ID));
    }
}
