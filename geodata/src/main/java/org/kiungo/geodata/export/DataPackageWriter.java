package org.kiungo.geodata.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.geodata.format.Feature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Layers as CSV in one ZIP, with what they hold told three times, for whoever reads which: {@code
 * datapackage.json} with a Table Schema of each, {@code csv-metadata.json} as <i>CSV on the Web</i>
 * has it, and {@code dcat.jsonld} for catalogues of maps.
 *
 * @see <a href="https://specs.frictionlessdata.io/data-package/">Data Package 1.0</a>
 * @see <a href="https://specs.frictionlessdata.io/table-schema/">Table Schema 1.0</a>
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 * @see <a href="https://semiceu.github.io/GeoDCAT-AP/releases/3.0.0/">GeoDCAT-AP 3.0.0</a>
 */
final class DataPackageWriter {

  private static final String SHA_256 = "SHA-256";

  /** The licences in words, in the ZIP. */
  private static final String LICENCE = "licence.txt";

  /** Before the id of a plan: packages of several plans lie in one catalogue under their names. */
  private static final String PLAN = "kiungo-plan-";

  /** A table in the ZIP: how it is called there, its bytes counted and hashed. */
  private record Table(ExportLayer layer, String file, long bytes, String sha256) {}

  private DataPackageWriter() {}

  static void write(List<ExportLayer> layers, Path out) throws IOException {
    List<Table> tables = new ArrayList<>();
    try (OutputStream bytes = Files.newOutputStream(out);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Path part = Files.createTempFile(out.toAbsolutePath().getParent(), "table", ".part");
      try {
        for (ExportLayer each : layers) {
          CsvWriter.write(each, part, CsvOptions.DEFAULT);
          tables.add(enter(zip, each, part, fileName(each.name(), tables)));
        }
      } finally {
        Files.deleteIfExists(part);
      }
      Map<String, String> facts = facts(tables);
      if (facts.containsKey("licence")) {
        String sources = facts.getOrDefault("sources", "");
        enter(zip, LICENCE, facts.get("licence") + "\n\n" + sources + "\n");
      }
      enter(zip, "datapackage.json", dataPackage(tables));
      enter(zip, "csv-metadata.json", tabular(tables));
      enter(zip, "dcat.jsonld", catalogued(tables));
    }
  }

  /** As the standard has names: lower case letters, digits, point, low line and hyphen. */
  private static String name(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
  }

  /** Numbered where another layer has the name. */
  private static String fileName(String layer, List<Table> taken) {
    String plain = name(layer);
    String name = plain;
    for (int copy = 2; isTaken(name + ".csv", taken); copy++) {
      name = plain + "-" + copy;
    }
    return name + ".csv";
  }

  private static boolean isTaken(String file, List<Table> taken) {
    return taken.stream().anyMatch(each -> each.file().equals(file));
  }

  private static Table enter(ZipOutputStream zip, ExportLayer layer, Path part, String file)
      throws IOException {
    next(zip, file);
    try (InputStream content = Files.newInputStream(part);
        DigestInputStream hashed =
            new DigestInputStream(content, MessageDigest.getInstance(SHA_256))) {
      long bytes = hashed.transferTo(zip);
      String sha256 = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
      zip.closeEntry();
      return new Table(layer, file, bytes, sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(SHA_256 + " is missing", e);
    }
  }

  private static void enter(ZipOutputStream zip, String file, Map<String, Object> json)
      throws IOException {
    enter(zip, file, JsonMapper.shared().writeValueAsString(json));
  }

  private static void enter(ZipOutputStream zip, String file, String text) throws IOException {
    next(zip, file);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void next(ZipOutputStream zip, String file) throws IOException {
    ZipEntry entry = new ZipEntry(file);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same layers give the same bytes
    zip.putNextEntry(entry);
  }

  private static String title(Table table) {
    LayerNotes notes = table.layer().notes();
    return notes.title().isEmpty() ? table.layer().name() : notes.title();
  }

  private static Map<String, String> facts(List<Table> tables) {
    return tables.get(0).layer().notes().facts();
  }

  private static Map<String, Object> dataPackage(List<Table> tables) {
    Map<String, String> facts = facts(tables);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("profile", "tabular-data-package");
    whole.put("name", facts.containsKey("planId") ? name(PLAN + facts.get("planId")) : "kiungo");
    whole.put("title", title(tables.get(0)));
    whole.put("description", tables.get(0).layer().notes().text());
    if (facts.containsKey("sources")) {
      whole.put("sources", List.of(Map.of("title", facts.get("sources"))));
    }
    if (facts.containsKey("licence")) {
      // of several sources with licences of their own, which no single identifier is
      Map<String, String> licence = new LinkedHashMap<>();
      licence.put("path", LICENCE);
      licence.put("title", facts.get("licence"));
      whole.put("licenses", List.of(licence));
    }
    whole.put("notes", facts);
    whole.put("resources", tables.stream().map(DataPackageWriter::resource).toList());
    return whole;
  }

  private static Map<String, Object> resource(Table table) {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("delimiter", ",");
    dialect.put("lineTerminator", "\r\n");
    dialect.put("header", true);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", fields(table.layer()));
    schema.put("missingValues", List.of(""));
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", table.file().substring(0, table.file().length() - ".csv".length()));
    resource.put("path", table.file());
    resource.put("title", title(table));
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", table.bytes());
    resource.put("hash", "sha256:" + table.sha256());
    resource.put("dialect", dialect);
    resource.put("schema", schema);
    return resource;
  }

  private static List<Map<String, Object>> fields(ExportLayer layer) {
    List<String> header = new Cells(layer).header();
    int places = header.size() - layer.fields().size();
    List<Map<String, Object>> fields = new ArrayList<>();
    for (int k = 0; k < header.size(); k++) {
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("name", header.get(k));
      if (k < places) {
        field.put("type", header.get(k).equals("wkt") ? "string" : "number");
      } else {
        field.put(
            "type",
            switch (layer.fields().get(k - places).type()) {
              case INTEGER -> "integer";
              case REAL -> "number";
              case BOOLEAN -> "boolean";
              case TEXT -> "string";
            });
        String said = layer.notes().column(layer.fields().get(k - places).name());
        if (!said.isEmpty()) {
          field.put("description", said);
        }
      }
      fields.add(field);
    }
    return fields;
  }

  private static Map<String, Object> tabular(List<Table> tables) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("@context", LayerNotes.CONTEXT);
    whole.put(
        "tables",
        tables.stream().map(each -> LayerNotes.table(each.layer(), each.file())).toList());
    return whole;
  }

  private static Map<String, Object> catalogued(List<Table> tables) {
    Map<String, String> facts = facts(tables);
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("dcat", "http://www.w3.org/ns/dcat#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("geo", "http://www.opengis.net/ont/geosparql#");
    context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    context.put("spdx", "http://spdx.org/rdf/terms#");
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("@context", context);
    whole.put("@type", "dcat:Dataset");
    whole.put("dct:title", title(tables.get(0)));
    whole.put("dct:description", tables.get(0).layer().notes().text());
    if (facts.containsKey("planId")) {
      whole.put("dct:identifier", facts.get("planId"));
    }
    if (facts.containsKey("sources")) {
      whole.put(
          "dct:provenance",
          Map.of("@type", "dct:ProvenanceStatement", "rdfs:label", facts.get("sources")));
    }
    Envelope ground = ground(tables);
    if (!ground.isNull()) {
      whole.put("dct:conformsTo", Map.of("@id", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
      String box = new GeometryFactory().toGeometry(ground).toText();
      whole.put(
          "dct:spatial",
          Map.of(
              "@type",
              "dct:Location",
              "dcat:bbox",
              Map.of("@type", "geo:wktLiteral", "@value", box)));
    }
    whole.put(
        "dcat:distribution",
        tables.stream().map(each -> distribution(each, facts.get("licence"))).toList());
    return whole;
  }

  private static Envelope ground(List<Table> tables) {
    Envelope ground = new Envelope();
    for (Table table : tables) {
      for (Feature each : table.layer().features()) {
        if (each.geometry() != null) {
          ground.expandToInclude(each.geometry().getEnvelopeInternal());
        }
      }
    }
    return ground;
  }

  private static Map<String, Object> distribution(Table table, String licence) {
    Map<String, Object> checksum = new LinkedHashMap<>();
    checksum.put("@type", "spdx:Checksum");
    checksum.put("spdx:algorithm", Map.of("@id", "spdx:checksumAlgorithm_sha256"));
    checksum.put("spdx:checksumValue", table.sha256());
    Map<String, Object> distribution = new LinkedHashMap<>();
    distribution.put("@type", "dcat:Distribution");
    distribution.put("dct:title", title(table));
    distribution.put("dcat:accessURL", Map.of("@id", table.file()));
    distribution.put(
        "dcat:mediaType", Map.of("@id", "https://www.iana.org/assignments/media-types/text/csv"));
    distribution.put("dcat:byteSize", table.bytes());
    distribution.put("spdx:checksum", checksum);
    if (licence != null) {
      distribution.put("dct:rights", Map.of("@type", "dct:RightsStatement", "rdfs:label", licence));
    }
    return distribution;
  }
}
