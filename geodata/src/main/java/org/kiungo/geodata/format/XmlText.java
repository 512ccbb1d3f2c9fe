package org.kiungo.geodata.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kiungo.planner.model.value.InputRefused;

/**
 * An XML file read event by event. A document type declaration is refused whatever it says, so no
 * entity is ever expanded and nothing is ever fetched.
 */
public final class XmlText implements AutoCloseable {

  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z][\\w.-]*)[\\s>/]");
  private static final int LONGEST_TEXT = 32 << 20;
  private static final int DEEPEST = 500;
  private static final XMLInputFactory FACTORY = factory();

  private final SourceFile file;
  private final InputStream in;
  private final XMLStreamReader reader;
  private int depth;

  private XmlText(SourceFile file, InputStream in) {
    this.file = file;
    this.in = in;
    try {
      this.reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException broken) {
      closeQuietly();
      throw refusal(broken);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // prefixes are often undeclared
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Opens a file after a first look for a document type declaration. */
  public static XmlText open(SourceFile file) {
    byte[] head = file.head();
    boolean wide = head.length > 1 && (head[0] == 0 || head[1] == 0 || (head[0] & 0xff) >= 0xfe);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String plain = (wide ? text.replace("\0", "") : text).toUpperCase(Locale.ROOT);
    int declared = Math.max(plain.indexOf("<!DOCTYPE"), plain.indexOf("<!ENTITY"));
    if (declared >= 0) {
      throw doctype(
          file, 1 + (int) plain.substring(0, declared).chars().filter(c -> c == '\n').count());
    }
    try {
      return new XmlText(file, Files.newInputStream(file.path()));
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  /** Reads a part of a file, such as an entry of an archive, which closes with this. */
  public static XmlText of(SourceFile file, InputStream part) {
    return new XmlText(file, part);
  }

  private static InputRefused doctype(SourceFile file, int line) {
    return new InputRefused("file.doctype", "file", file.name(), "line", line + "");
  }

  /** The root element's name without prefix, empty when the file is not XML; never throws. */
  public static String rootName(SourceFile file) {
    String head = new String(file.head(), StandardCharsets.ISO_8859_1).replace("\0", "");
    head = head.replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", " ");
    Matcher root = ROOT.matcher(head);
    boolean xml = head.stripLeading().startsWith("<") || head.matches("(?s).{1,4}<.*");
    return xml && root.find() ? root.group(1) : "";
  }

  /** Moves to the next start or end of an element; false at the end of the document. */
  public boolean next() {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw doctype(file, reader.getLocation().getLineNumber());
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (++depth > DEEPEST) {
            throw SourceFile.nested(file.name(), DEEPEST);
          }
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          return true;
        }
      }
      return false;
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
  }

  public boolean isStart() {
    return reader.isStartElement();
  }

  /** The element's name without its prefix. */
  public String name() {
    String name = reader.getLocalName();
    return name.substring(name.indexOf(':') + 1);
  }

  /** An attribute's value, empty when absent. */
  public String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The value of the attribute with exactly this prefix, empty when absent. */
  public String attribute(String prefix, String name) {
    for (int k = 0; k < reader.getAttributeCount(); k++) {
      if (name.equals(reader.getAttributeLocalName(k))
          && prefix.equals(reader.getAttributePrefix(k))) {
        return reader.getAttributeValue(k);
      }
    }
    return "";
  }

  /** The text of the current element, its child elements' text included; moves to its end. */
  public String text() {
    return text(element -> "");
  }

  /**
   * The same, with what each child element stands for at its place, such as a line break.
   *
   * @param meaning asked at the start of the element
   */
  public String text(Function<XmlText, String> meaning) {
    StringBuilder text = new StringBuilder();
    int inside = 1;
    try {
      while (inside > 0 && reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            inside++;
            text.append(meaning.apply(this));
          }
          case XMLStreamConstants.END_ELEMENT -> inside--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            if (text.length() > LONGEST_TEXT) {
              throw SourceFile.tooMuch(file.name(), "XML", text.length(), LONGEST_TEXT);
            }
          }
          default -> {}
        }
      }
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
    depth--;
    return text.toString().strip();
  }

  /** Passes over the current element and everything in it. */
  public void skip() {
    int from = depth;
    while (depth >= from && next()) {
      continue;
    }
  }

  private InputRefused refusal(XMLStreamException broken) {
    int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
    int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNumber();
    InputRefused refused =
        new InputRefused(
            "file.xmlBroken", "file", file.name(), "line", line + "", "column", column + "");
    refused.initCause(broken);
    return refused;
  }

  private void closeQuietly() {
    try {
      in.close();
    } catch (IOException ignored) {
      return; // reading is over; nothing depends on this
    }
  }

  @Override
  public void close() {
    closeQuietly();
  }
}
