package corymb.importing;

import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/** The text of an OpenDocument file, tag by tag; it declares nothing of its own, and nothing is fetched for it. */
final class OpenXml {
    private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String OFFICE = NAMES + "office:1.0";
    private static final String TABLE = NAMES + "table:1.0";
    private static final String TEXT = NAMES + "text:1.0";

    /** In which LibreOffice tells of failed formulas. */
    private static final String CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private final XMLStreamReader xml;
    private int depth;

    private OpenXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    static OpenXml of(InputStream content) {
        try {
            return new OpenXml(XMLHelper.newXMLInputFactory().createXMLStreamReader(content));
        } catch (XMLStreamException e) {
            throw Workbook.damaged(e);
        }
    }

    /** Goes on to the next tag or piece of text; false at the end. */
    boolean next() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            return true;
        } catch (XMLStreamException e) {
            throw Workbook.damaged(e);
        }
    }

    /** How many elements it is in; one that ends counts no longer. */
    int depth() {
        return depth;
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    /** Goes on behind the element that begins here. */
    void skip() {
        int outside = depth - 1;
        while (depth > outside && next()) {}
    }

    boolean isTable(String name) {
        return is(TABLE) && xml.getLocalName().equals(name);
    }

    boolean isTable(Set<String> names) {
        return is(TABLE) && names.contains(xml.getLocalName());
    }

    boolean isOffice(Set<String> names) {
        return is(OFFICE) && names.contains(xml.getLocalName());
    }

    private boolean is(String space) {
        return isStart() && space.equals(xml.getNamespaceURI());
    }

    /** The name of the element of text that begins here; empty where none does. */
    String textElement() {
        return is(TEXT) ? xml.getLocalName() : "";
    }

    /** The piece of text here; empty for a tag. */
    String characters() {
        return xml.isCharacters() ? xml.getText() : "";
    }

    /** What the element that begins here says of tables, by the name of the attribute. */
    String table(String name) {
        return attribute(TABLE, name);
    }

    String office(String name) {
        return attribute(OFFICE, name);
    }

    boolean isFailed() {
        return attribute(CALC, "value-type").equals("error");
    }

    private String attribute(String space, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(space, name), "");
    }

    /** How often something comes: once where nothing is said. */
    long count(String name) {
        return times(table(name));
    }

    /** How many blanks stand here. */
    long blanks() {
        return times(attribute(TEXT, "c"));
    }

    private static long times(String written) {
        long count = written.isEmpty() ? 1 : Integer.parseInt(written);
        if (count < 1) {
            throw new IllegalArgumentException("Nothing can come " + count + " times");
        }
        return count;
    }
}
