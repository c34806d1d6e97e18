package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** How an object's change events are written: the header, and every field of the object, null unless it changed. */
final class ChangeEventSchema {
    private static final String HEADER = "ChangeEventHeader";
    private static final String[] CHANGE_TYPES = {
        "CREATE",
        "UPDATE",
        "DELETE",
        "UNDELETE",
        "GAP_CREATE",
        "GAP_UPDATE",
        "GAP_DELETE",
        "GAP_UNDELETE",
        "GAP_OVERFLOW",
        "SNAPSHOT"
    };

    private final Schema schema;

    ChangeEventSchema(SObjectType type) {
        var fields = SchemaBuilder.record(type.name() + "ChangeEvent")
                .namespace("com.sforce.eventbus")
                .fields()
                .name(HEADER)
                .type(header())
                .noDefault();
        for (Map.Entry<String, SObjectField> field : type.fields().entrySet()) {
            if (!field.getKey().equals("Id")) {
                fields = fields.name(field.getKey())
                        .type()
                        .unionOf()
                        .nullType()
                        .and()
                        .type(avroType(field.getValue()))
                        .endUnion()
                        .nullDefault();
            }
        }
        schema = fields.endRecord();
    }

    String json() {
        return schema.toString();
    }

    /** As the vendor's, it changes whenever a field is added. */
    String id() {
        return Integer.toHexString(json().hashCode()) + "-" + schema.getFields().size();
    }

    byte[] written(RecordChange change, long sequence) {
        GenericRecord header = new GenericData.Record(schema.getField(HEADER).schema());
        header.put("entityName", change.type().name());
        header.put("recordIds", List.of(change.id()));
        header.put(
                "changeType",
                new GenericData.EnumSymbol(
                        header.getSchema().getField("changeType").schema(),
                        change.kind().name()));
        header.put("changeOrigin", "com/salesforce/api/rest/68.0");
        header.put("transactionKey", String.format(Locale.ROOT, "000653%02d-d1a9-a64a-9341-%012d", 80, sequence));
        header.put("sequenceNumber", 1);
        header.put("commitTimestamp", change.at().toEpochMilli());
        header.put("commitNumber", 1_100_823_480_000L + sequence);
        header.put("commitUser", change.user());
        header.put("nulledFields", List.of());
        header.put("diffFields", List.of());
        GenericRecord event = new GenericData.Record(schema);
        event.put(HEADER, header);
        BigInteger changed = BigInteger.ZERO;
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = change.record().path(field.name());
            if (change.fields().contains(field.name()) && !value.isMissingNode() && !value.isNull()) {
                event.put(field.name(), avroValue(field, value));
                changed = changed.setBit(field.pos());
            }
        }
        header.put(
                "changedFields",
                change.kind() == RecordChange.Kind.UPDATE ? List.of("0x" + changed.toString(16)) : List.of());
        return bytes(event);
    }

    private byte[] bytes(GenericRecord event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(schema).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Object avroValue(Schema.Field field, JsonNode value) {
        return switch (field.schema().getTypes().getLast().getType()) {
            case BOOLEAN -> value.asBoolean();
            case INT -> value.asInt();
            case DOUBLE -> value.asDouble();
            case LONG ->
                OffsetDateTime.parse(value.asText(), SObjectStore.TIME)
                        .toInstant()
                        .toEpochMilli();
            default -> value.asText();
        };
    }

    private static Schema avroType(SObjectField field) {
        return Schema.create(
                switch (field.type()) {
                    case "boolean" -> Schema.Type.BOOLEAN;
                    case "int" -> Schema.Type.INT;
                    case "currency" -> Schema.Type.DOUBLE;
                    case "datetime" -> Schema.Type.LONG;
                    default -> Schema.Type.STRING;
                });
    }

    private static Schema header() {
        Schema texts = SchemaBuilder.array().items().stringType();
        return SchemaBuilder.record(HEADER)
                .namespace("com.sforce.eventbus")
                .fields()
                .requiredString("entityName")
                .name("recordIds")
                .type(texts)
                .noDefault()
                .name("changeType")
                .type(SchemaBuilder.enumeration("ChangeType").symbols(CHANGE_TYPES))
                .noDefault()
                .requiredString("changeOrigin")
                .requiredString("transactionKey")
                .requiredInt("sequenceNumber")
                .requiredLong("commitTimestamp")
                .requiredLong("commitNumber")
                .requiredString("commitUser")
                .name("nulledFields")
                .type(texts)
                .noDefault()
                .name("diffFields")
                .type(texts)
                .noDefault()
                .name("changedFields")
                .type(texts)
                .noDefault()
                .endRecord();
    }
}
