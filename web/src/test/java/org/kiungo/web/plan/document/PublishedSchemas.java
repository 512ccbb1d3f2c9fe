package org.kiungo.web.plan.document;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Schemas as their publishers have them; whoever asks is skipped where they are not at hand. */
public final class PublishedSchemas {

  private static final String OC4IDS =
      "https://standard.open-contracting.org/infrastructure/schema/0__9__5/";

  private PublishedSchemas() {}

  static Path folder() {
    String root = System.getenv("KIUNGO_DATA");
    Path schemas = Path.of(root == null ? System.getProperty("kiungo.data") : root, "schemas");
    assumeTrue(Files.isDirectory(schemas), "skipped: no published schemas at " + schemas);
    return schemas;
  }

  /** What is wrong with projects for contracting. */
  public static List<String> oc4idsProblems(String json) throws IOException {
    return problems(
        json, "oc4ids-0.9", OC4IDS, "project-package-schema.json", "project-schema.json");
  }

  /** What a published package schema, and the one that it refers to, say against a document. */
  static List<String> problems(String json, String standard, String address, String... names)
      throws IOException {
    Map<String, String> schemas = new HashMap<>();
    for (String name : names) {
      schemas.put(address + name, Files.readString(folder().resolve(standard).resolve(name)));
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4, builder -> builder.schemas(schemas))
        .getSchema(SchemaLocation.of(address + names[0]))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** Activities of the International Aid Transparency Initiative. */
  static Schema iati() throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(folder().resolve("iati-2.03/iati-activities-schema.xsd").toFile());
  }

  /** Fails where a document is none. */
  public static void requireIati(String xml) throws IOException {
    try {
      iati().newValidator().validate(new StreamSource(new StringReader(xml)));
    } catch (SAXException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
