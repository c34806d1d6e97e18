package dev.switchboard.crm.salesforce;

import dev.switchboard.events.Change.What;
import dev.switchboard.integration.port.TicketStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Change events: Avro, each written by a schema that is fetched by its id. Of a changed record only the changed fields are there.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_header.htm">Change
 *     event header</a>
 */
final class ChangeEvents {
    private static final String HEADER = "ChangeEventHeader";

    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * What an event tells. Empty for changes by {@code ourUser}: we know what we did.
     *
     * @param schemaById fetches a schema's JSON
     * @throws IOException when it cannot be read
     */
    List<SalesforceChange> read(
            String schemaId, byte[] payload, UnaryOperator<String> schemaById, @Nullable String ourUser)
            throws IOException {
        Schema schema = schemas.get(schemaId);
        try {
            if (schema == null) {
                schema = new Schema.Parser().parse(schemaById.apply(schemaId));
                schemas.put(schemaId, schema);
            }
            GenericRecord event = new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(payload, null));
            return changes(event, ourUser);
        } catch (AvroRuntimeException | ClassCastException | IndexOutOfBoundsException unreadable) {
            throw new IOException("Not a change event", unreadable);
        }
    }

    private static List<SalesforceChange> changes(GenericRecord event, @Nullable String ourUser) throws IOException {
        if (!(event.get(HEADER) instanceof GenericRecord header)) {
            throw new IOException("A change event without its header");
        }
        if (ourUser != null && ourUser.equals(text(header, "commitUser"))) {
            return List.of();
        }
        List<SalesforceChange> changes = new ArrayList<>();
        if (header.get("recordIds") instanceof List<?> ids) {
            for (Object id : ids) {
                change(event, header, id.toString()).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Optional<SalesforceChange> change(GenericRecord event, GenericRecord header, String id) {
        // An overflow names no records, only that there were too many to name.
        if (!SalesforceId.isId(id)) {
            return Optional.empty();
        }
        String type = String.valueOf(text(header, "entityName"));
        What what = what(String.valueOf(text(header, "changeType")));
        String mergedInto = what == What.DELETED ? text(event, "MasterRecordId") : null;
        return Optional.of(new SalesforceChange(
                type,
                id,
                mergedInto == null ? what : What.MERGED,
                mergedInto,
                text(event, "CaseNumber"),
                status(event),
                text(header, "transactionKey") + "/" + text(header, "sequenceNumber"),
                Instant.ofEpochMilli(Long.parseLong(String.valueOf(text(header, "commitTimestamp"))))));
    }

    /** A gap event tells that something happened and not what: its type is that of the change after {@code GAP_}. */
    private static What what(String changeType) {
        return switch (changeType.replaceFirst("^GAP_", "")) {
            case "CREATE", "UNDELETE" -> What.CREATED;
            case "DELETE" -> What.DELETED;
            default -> What.CHANGED;
        };
    }

    private static @Nullable TicketStatus status(GenericRecord event) {
        String status = text(event, "Status");
        String closed = text(event, "IsClosed");
        if (status == null && closed == null) {
            return null;
        }
        TicketStatus known = SalesforceStatus.of(status, Boolean.parseBoolean(closed));
        // The org's own word, without whether it closes the case: asking tells.
        return known == TicketStatus.UNKNOWN ? null : known;
    }

    private static @Nullable String text(GenericRecord record, String field) {
        Object value = record.hasField(field) ? record.get(field) : null;
        return value == null ? null : value.toString();
    }
}
