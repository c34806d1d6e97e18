package dev.switchboard.cli.call;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What an answer tells Twilio to do, as far as a caller notices it.
 *
 * @param said every {@code Say}, in order, also those inside a {@code Gather}
 * @param gatherAction where the caller's speech goes; null when nothing is gathered
 * @param redirect where Twilio goes when nothing was gathered; null when there is no {@code Redirect}
 */
record Twiml(
        List<String> said,
        @Nullable String gatherAction,
        @Nullable String redirect) {
    Twiml {
        said = List.copyOf(said);
    }

    /** @throws CallFailed when the answer is not TwiML */
    static Twiml parse(String xml) {
        var root = document(xml).getDocumentElement();
        if (!root.getTagName().equals("Response")) {
            throw new CallFailed("The gateway's answer is not TwiML: its root is <" + root.getTagName() + ">.");
        }
        var said = new ArrayList<String>();
        for (var say : elements(root, "Say")) {
            said.add(say.getTextContent().strip().replaceAll("\\s+", " "));
        }
        var gather = elements(root, "Gather");
        var redirect = elements(root, "Redirect");
        return new Twiml(
                said,
                gather.isEmpty() ? null : gather.getFirst().getAttribute("action"),
                redirect.isEmpty() ? null : redirect.getFirst().getTextContent().strip());
    }

    private static Document document(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // Without this the parser also writes its complaint to the console.
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new CallFailed("The gateway's answer is not XML: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Element root, String name) {
        var found = root.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
