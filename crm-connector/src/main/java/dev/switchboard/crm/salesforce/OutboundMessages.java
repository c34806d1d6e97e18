package dev.switchboard.crm.salesforce;

import dev.switchboard.events.Change.What;
import dev.switchboard.integration.port.TicketStatus;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Outbound messages: up to a hundred notifications, each with the fields of its record that the administrator chose.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging_understanding.htm">Outbound
 *     messages</a>
 */
final class OutboundMessages {
    private static final String NOTIFICATIONS = "http://soap.sforce.com/2005/09/outbound";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private OutboundMessages() {}

    static List<SalesforceChange> in(String body, String delivery, Instant received) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(body));
            List<SalesforceChange> changes = new ArrayList<>();
            boolean notifications = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw SalesforceChange.malformed();
                }
                if (event == XMLStreamConstants.START_ELEMENT && NOTIFICATIONS.equals(xml.getNamespaceURI())) {
                    notifications |= xml.getLocalName().equals("notifications");
                    if (xml.getLocalName().equals("Notification")) {
                        changes.add(notification(xml, delivery, received));
                    }
                }
            }
            if (!notifications) {
                throw SalesforceChange.malformed();
            }
            return changes;
        } catch (XMLStreamException notXml) {
            throw SalesforceChange.malformed();
        }
    }

    /** From its start to its end. */
    private static SalesforceChange notification(XMLStreamReader xml, String delivery, Instant received)
            throws XMLStreamException {
        String notification = "";
        String type = "";
        Map<String, String> fields = Map.of();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (xml.getLocalName().equals("sObject")) {
                String written = xml.getAttributeValue(INSTANCE, "type");
                type = written == null ? "" : written.substring(written.indexOf(':') + 1);
                fields = fields(xml);
            } else {
                notification = xml.getElementText();
            }
        }
        return change(notification, type, fields, delivery, received);
    }

    private static Map<String, String> fields(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            fields.put(name, xml.getElementText());
        }
        return fields;
    }

    private static SalesforceChange change(
            String notification, String type, Map<String, String> fields, String delivery, Instant received) {
        What what = what(fields);
        return new SalesforceChange(
                type,
                fields.getOrDefault("Id", ""),
                what,
                what == What.MERGED ? fields.get("MasterRecordId") : null,
                fields.get("CaseNumber"),
                status(fields),
                notification.isEmpty() ? delivery : notification,
                at(fields, received));
    }

    /** The message does not say; the fields may. */
    private static What what(Map<String, String> fields) {
        if (!fields.getOrDefault("MasterRecordId", "").isEmpty()) {
            return What.MERGED;
        }
        if (Boolean.parseBoolean(fields.get("IsDeleted"))) {
            return What.DELETED;
        }
        String created = fields.get("CreatedDate");
        return created != null && created.equals(fields.get("LastModifiedDate")) ? What.CREATED : What.CHANGED;
    }

    private static @Nullable TicketStatus status(Map<String, String> fields) {
        String status = fields.get("Status");
        String closed = fields.get("IsClosed");
        return status == null && closed == null ? null : SalesforceStatus.of(status, Boolean.parseBoolean(closed));
    }

    private static Instant at(Map<String, String> fields, Instant received) {
        return SalesforceWebhooks.time(fields.getOrDefault("SystemModstamp", fields.get("LastModifiedDate")), received);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
