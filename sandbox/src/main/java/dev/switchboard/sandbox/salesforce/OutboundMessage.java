package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One notification as a flow's outbound message sends it.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging_understanding.htm">Outbound
 *     messages</a>
 */
final class OutboundMessage {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";
    private static final String SOBJECT = "urn:sobject.enterprise.soap.sforce.com";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private OutboundMessage() {}

    /** @param fields those that the administrator chose; the record's id is always among them */
    static String of(String organization, String notification, String type, Map<String, JsonNode> fields) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("soapenv", "Envelope", SOAP);
            xml.writeNamespace("soapenv", SOAP);
            xml.writeNamespace("xsi", INSTANCE);
            xml.writeStartElement("soapenv", "Body", SOAP);
            xml.writeStartElement("", "notifications", OUTBOUND);
            xml.writeDefaultNamespace(OUTBOUND);
            element(xml, "OrganizationId", organization);
            element(xml, "ActionId", "04k5f0000000001AAA");
            xml.writeEmptyElement("", "SessionId", OUTBOUND);
            xml.writeAttribute("xsi", INSTANCE, "nil", "true");
            xml.writeStartElement("", "Notification", OUTBOUND);
            element(xml, "Id", notification);
            record(xml, type, fields);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text can always be written to", e);
        }
        return text.toString();
    }

    private static void record(XMLStreamWriter xml, String type, Map<String, JsonNode> fields)
            throws XMLStreamException {
        xml.writeStartElement("", "sObject", OUTBOUND);
        xml.writeNamespace("sf", SOBJECT);
        xml.writeAttribute("xsi", INSTANCE, "type", "sf:" + type);
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            xml.writeStartElement("sf", field.getKey(), SOBJECT);
            xml.writeCharacters(field.getValue().asText());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement("", name, OUTBOUND);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
