package dev.switchboard.crm.salesforce;

import dev.switchboard.crm.salesforce.SalesforceJson.Part;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves records with texts of any length. A description takes 32,000 characters; of a longer one the beginning stands there, and
 * the whole of it in a file on the record, saved in the same transaction.
 */
final class SalesforceText {
    private static final int LONGEST_DESCRIPTION = 32_000;
    private static final int LONGEST_SUBJECT = 255;
    private static final String CONTINUED = "\n\n[The whole text is in the attached file.]";
    private static final String RECORD = "record";

    private final SalesforceOrg org;

    SalesforceText(SalesforceOrg org) {
        this.org = org;
    }

    /** Saves {@code values} with this subject and description; returns the record's id. */
    String save(String type, IdempotencyKey key, String subject, String description, Map<String, Object> values) {
        String whole = subject.length() > LONGEST_SUBJECT ? subject + "\n\n" + description : description;
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("Subject", cut(subject, LONGEST_SUBJECT));
        record.putAll(values);
        if (whole.length() <= LONGEST_DESCRIPTION) {
            record.put("Description", whole);
            return org.upsert(type, key, record);
        }
        record.put("Description", cut(whole, LONGEST_DESCRIPTION - CONTINUED.length()) + CONTINUED);
        record.replaceAll((field, value) -> value instanceof String text ? withoutReferences(text) : value);
        Map<String, Object> file = Map.of(
                "Title",
                "Conversation",
                "PathOnClient",
                "conversation-" + key + ".txt",
                "VersionData",
                Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_8)),
                "FirstPublishLocationId",
                "@{" + RECORD + ".id}");
        List<Part> parts =
                List.of(org.upsertPart(RECORD, type, key, record), org.insertPart("file", "ContentVersion", file));
        return org.together(parts).stream()
                .filter(answer -> answer.referenceId().equals(RECORD))
                .map(answer -> answer.body().path("id").asText())
                .findFirst()
                .orElseThrow(() -> new IntegrationException("salesforce", "/composite", new Failure.Malformed(200)));
    }

    /** In a composite {@code @{...}} is a reference, and there is no way to escape it. The file has the text as it was. */
    private static String withoutReferences(String text) {
        return text.replace("@{", "@(");
    }

    /** At most {@code longest} characters, never half of one. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
