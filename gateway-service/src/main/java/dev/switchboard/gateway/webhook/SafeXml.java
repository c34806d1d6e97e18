package dev.switchboard.gateway.webhook;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that nobody behind us need be afraid of: well formed, and without a document type, in which entities would be defined. */
final class SafeXml {
    private SafeXml() {}

    /**
     * Reads it once to the end.
     *
     * @throws RefusedException when it is not such XML
     */
    static void check(String body) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(body));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw RefusedException.malformed("The body has a document type.");
                }
            }
        } catch (XMLStreamException e) {
            throw RefusedException.malformed("The body is not XML.");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
