package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** Files, as texts: uploaded with a form, described by id, fetched from an address that works for five minutes. */
final class Media {

    private static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(5);
    private static final String MIME_TYPES =
            "audio/(?:aac|mp4|mpeg|amr|ogg|opus)|image/(?:jpeg|png|webp)|video/(?:mp4|3gpp)|text/plain|application/.+";

    private final Records records;
    private final Clock clock;

    Media(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Answer upload(Request request) {
        Map<String, Multipart.Part> parts = Multipart.parse(request);
        Multipart.Part product = parts.get("messaging_product");
        Multipart.Part file = parts.get("file");
        if (product == null || !product.content().equals("whatsapp")) {
            throw GraphError.invalid("The parameter messaging_product is required.");
        }
        if (file == null) {
            throw GraphError.invalid("The parameter file is required.");
        }
        Multipart.Part type = parts.get("type");
        String mimeType = type == null ? file.contentType() : type.content();
        if (!mimeType.matches(MIME_TYPES)) {
            throw GraphError.invalid(
                    "Param file must be a file of a supported type. Received file of type '" + mimeType + "'.");
        }
        ObjectNode stored = add(Json.object().put("mime_type", mimeType).put("content", file.content()));
        return Answer.json(200, Json.object().put("id", stored.path("id").asText()));
    }

    ObjectNode add(ObjectNode fields) {
        if (!fields.has("id")) {
            fields.put("id", Long.toString(records.next("media", 4_490_709_327_384_033L)));
        }
        return records.put("media", fields.path("id").asText(), fields);
    }

    Answer describe(Request request) {
        ObjectNode media = require(request, "get");
        byte[] content = media.path("content").asText().getBytes(StandardCharsets.UTF_8);
        long until = clock.instant().plus(ADDRESS_LIFETIME).getEpochSecond();
        String id = media.path("id").asText();
        return Answer.json(
                200,
                Json.object()
                        .put("messaging_product", "whatsapp")
                        .put("url", request.baseUrl() + "/whatsapp_business/attachments/" + id + "?ext=" + until)
                        .put("mime_type", media.path("mime_type").asText())
                        .put("sha256", sha256(content))
                        .put("file_size", content.length)
                        .put("id", id));
    }

    Answer delete(Request request) {
        records.remove("media", require(request, "delete").path("id").asText());
        return Answer.json(200, Json.object().put("success", true));
    }

    Answer download(Request request) {
        ObjectNode media = require(request, "get");
        String until = request.query("ext").orElse("");
        boolean isCurrent =
                until.matches("\\d{1,12}") && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(until)));
        if (!isCurrent) {
            throw new AnsweredException(Answer.text(404, "text/plain", "URL signature expired"));
        }
        return Answer.text(
                200, media.path("mime_type").asText(), media.path("content").asText());
    }

    private ObjectNode require(Request request, String method) {
        String id = request.parameter("id");
        return records.find("media", id).orElseThrow(() -> GraphError.unknownObject(method, id));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
