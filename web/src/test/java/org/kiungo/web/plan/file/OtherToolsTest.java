package org.kiungo.web.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.tile.TileAddress;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.script.Node;
import org.kiungo.web.script.Python;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan of Lesotho as programs of others read it: the plan's figures, to the person. */
class OtherToolsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;

  private static String plan;
  private static Plan.Totals totals;

  @BeforeAll
  static void plan() throws IOException {
    plan = folder.resolve("plan").toString();
    CommandRun planned =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--budget",
            "21M",
            "--steps",
            "20",
            "--threads",
            "1",
            "--out",
            plan);
    assertThat(planned.exitCode()).as(planned.err()).isZero();
    totals = PlanFolder.read(Path.of(plan)).plan().totals();
    assertThat(totals.peopleServed()).isPositive();
  }

  private static Path export(String format, String... options) {
    Path out = folder.resolve(String.join("", options) + "plan." + format);
    List<String> command =
        new ArrayList<>(List.of("export", plan, "--format", format, "--out", out.toString()));
    command.addAll(List.of(options));
    CommandRun exported = CommandRun.of(command.toArray(String[]::new));
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    return out;
  }

  @Test
  void duckDbSumsThePeopleOfAPlan() throws SQLException {
    Path places = export("parquet", "--layer", "settlements");
    Path links = export("parquet", "--layer", "links");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
      assertThat(number(database, "SELECT sum(peopleServed) FROM read_parquet('" + places + "')"))
          .isEqualTo(Math.round(totals.peopleServed() + totals.peopleBasic()));
      assertThat(
              number(
                  database,
                  "SELECT sum(lifetimeCostUsd) FROM read_parquet('"
                      + links
                      + "') WHERE lifetimeCostUsd > 0"))
          .isEqualTo(
              Math.round(
                  PlanFolder.read(Path.of(plan)).plan().links().stream()
                      .mapToDouble(Plan.BuiltLink::lifetimeCostUsd)
                      .sum()));
      // without the spatial extension a place is its well-known binary: order, kind, two numbers
      assertThat(
              number(
                  database,
                  "SELECT count(*) FROM read_parquet('"
                      + places
                      + "') WHERE octet_length(geometry) = 21 AND bbox.xmin BETWEEN 27 AND 30"))
          .isEqualTo(number(database, "SELECT count(*) FROM read_parquet('" + places + "')"))
          .isPositive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(Connection database, String query) throws SQLException {
    try (ResultSet row = database.createStatement().executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return Math.round(row.getDouble(1));
    }
  }

  /** GeoPandas has its own reader where pyarrow is installed, else it gets another's rows. */
  @Test
  void geoPandasSumsThePeopleOfAPlan() throws Exception {
    assumeTrue(
        Files.isDirectory(Node.folder().resolve("node_modules/hyparquet-compressors")),
        "skipped: no node_modules/hyparquet-compressors (npm ci in web)");
    String file = export("parquet", "--layer", "settlements").toString();
    String same = folder.resolve("same.geojson").toString();
    Node.Run read = Node.run(Map.of(), List.of("src/test/js/geoparquet-read.js", file, same));
    assertThat(read.exitCode()).as(read.output()).isZero();
    String printed = Python.run("geopandas", "python3-geopandas", "geopandas-read.py", file, same);
    JsonNode told = JSON.readTree(printed.lines().reduce((a, b) -> b).orElseThrow());
    assertThat(told.get("rows").asInt()).isEqualTo(Integer.parseInt(read.output().strip()));
    assertThat(told.get("degrees").asBoolean()).isTrue();
    assertThat(told.get("people").asLong())
        .isEqualTo(Math.round(totals.peopleServed() + totals.peopleBasic()));
    assertThat(told.at("/bounds/0").asDouble()).isBetween(27.0, 28.0);
    assertThat(told.at("/bounds/3").asDouble()).isBetween(-29.0, -28.0);
  }

  /** The reader that MapLibre uses finds every tile, and what they hold is what GDAL sums. */
  @Test
  void pmtilesAreReadByTheirOwnReader() throws IOException {
    assumeTrue(
        Files.isDirectory(Node.folder().resolve("node_modules/pmtiles")),
        "skipped: no node_modules/pmtiles (npm ci in web)");
    Path file = export("pmtiles");
    Node.Run read = Node.run(Map.of(), List.of("src/test/js/pmtiles-read.js", file.toString()));
    assertThat(read.exitCode()).as(read.output()).isZero();
    JsonNode told = JSON.readTree(read.output());
    assertThat(told.at("/header/specVersion").asInt()).isEqualTo(3);
    assertThat(told.at("/header/maxZoom").asInt()).isEqualTo(TileAddress.DEEPEST);
    assertThat(told.at("/header/minLon").asDouble()).isBetween(26.5, 28.0);
    assertThat(told.at("/metadata/vector_layers").valueStream().map(e -> e.get("id").asString()))
        .containsExactly("settlements", "links", "sites", "masts", "nodes", "left-out");
    assertThat(told.at("/metadata/description").asString())
        .contains("licence", "certificateSha256");
    // one tile a zoom down to where Lesotho's 2.4 degrees need several
    assertThat(told.get("tiles").propertyNames()).contains("0/0/0", "1/1/1", "5/18/18");
    byte[] world = Base64.getDecoder().decode(told.get("tiles").get("0/0/0").asString());
    assertThat(new String(world, StandardCharsets.UTF_8)).contains("settlements", "technologyId");
  }

  @Test
  void gdalSumsThePeopleOfAnArchiveOfTiles() throws Exception {
    assumeTrue(reads("PMTiles"), "skipped: no ogrinfo with PMTiles (gdal-bin 3.8)");
    String told =
        run(
            "ogrinfo",
            "-q",
            export("pmtiles").toString(),
            "-dialect",
            "SQLite",
            "-sql",
            "SELECT CAST(ROUND(SUM(peopleServed)) AS INTEGER) AS people FROM settlements");
    assertThat(told).contains(" = " + Math.round(totals.peopleServed() + totals.peopleBasic()));
  }

  private static boolean reads(String driver) throws InterruptedException {
    try {
      return run("ogrinfo", "--formats").contains(driver);
    } catch (IOException none) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        entries.put(each.getName(), zip.getInputStream(each).readAllBytes());
      }
    }
    return entries;
  }

  /**
   * The rules of Frictionless: whatever the package says of a table, its bytes, hash, header and
   * the type of each cell, is so. The words of CSV on the Web and of the catalogue name the same.
   */
  @Test
  void aDataPackageIsWhatItSaysItIs() throws Exception {
    Map<String, byte[]> files = entries(export("datapackage"));
    JsonNode told = JSON.readTree(files.get("datapackage.json"));
    JsonNode tabular = JSON.readTree(files.get("csv-metadata.json"));
    JsonNode catalogued = JSON.readTree(files.get("dcat.jsonld"));
    assertThat(told.get("profile").asString()).isEqualTo("tabular-data-package");
    assertThat(told.get("name").asString()).matches("kiungo-plan-[a-z0-9._-]+");
    assertThat(files).containsKey(told.at("/licenses/0/path").asString());
    assertThat(told.at("/licenses/0/title").asString())
        .isEqualTo(told.at("/notes/licence").asString());
    String summary = new String(files.get("summary.csv"), StandardCharsets.UTF_8);
    assertThat(summary)
        .containsPattern("(?m)^firstYear,[^\\n]*,20\\d\\d,")
        .doesNotContainPattern("(?m)^\\w+Year,[^\\n]*,20\\d\\d\\.0,");
    assertThat(told.at("/notes/licence").asString()).isNotEmpty();
    assertThat(files).hasSize(told.get("resources").size() + 4);
    double served = 0;
    for (int k = 0; k < told.get("resources").size(); k++) {
      JsonNode resource = told.get("resources").get(k);
      String path = resource.get("path").asString();
      byte[] content = files.get(path);
      assertThat(resource.get("name").asString()).matches("[a-z0-9._-]+");
      assertThat(resource.get("bytes").asInt()).isEqualTo(content.length);
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + hash);
      JsonNode distribution = catalogued.at("/dcat:distribution/" + k);
      assertThat(distribution.at("/spdx:checksum/spdx:checksumValue").asString()).isEqualTo(hash);
      assertThat(tabular.at("/tables/" + k + "/url").asString()).isEqualTo(path);
      JsonNode fields = resource.at("/schema/fields");
      CSVParser rows =
          CSVParser.parse(
              new String(content, StandardCharsets.UTF_8),
              CSVFormat.RFC4180.builder().setHeader().get());
      assertThat(fields.valueStream().map(each -> each.get("name").asString()))
          .as(path)
          .containsExactlyElementsOf(rows.getHeaderNames());
      assertThat(
              tabular
                  .at("/tables/" + k + "/tableSchema/columns")
                  .valueStream()
                  .map(each -> each.get("titles").asString()))
          .as(path)
          .containsExactlyElementsOf(rows.getHeaderNames());
      for (CSVRecord row : rows) {
        for (JsonNode field : fields) {
          String cell = row.get(field.get("name").asString());
          assertThat(cell)
              .as("%s row %d %s", path, row.getRecordNumber(), field)
              .matches(pattern(field.get("type").asString()));
        }
        if (path.equals("settlements.csv")) {
          served += Double.parseDouble(row.get("peopleServed"));
        }
      }
    }
    assertThat(Math.round(served))
        .isEqualTo(Math.round(totals.peopleServed() + totals.peopleBasic()));
    assertThat(catalogued.at("/dct:spatial/dcat:bbox/@value").asString())
        .startsWith("POLYGON ((27");
    assertThat(catalogued.get("dct:identifier").asString()).isNotEmpty();
  }

  /** What the standard takes as a value of a type, or as none. */
  private static String pattern(String type) {
    return switch (type) {
      case "integer" -> "|[+-]?\\d+";
      case "number" -> "|[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";
      case "boolean" -> "|true|false";
      default -> "(?s).*";
    };
  }
}
