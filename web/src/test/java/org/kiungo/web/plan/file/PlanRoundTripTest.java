package org.kiungo.web.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.dataset.BuiltInCountries;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.locationtech.jts.geom.Coordinate;

/**
 * A plan, written in each format and read back by the product's own readers, equals itself to the
 * last digit: settlements, links, sites, nodes, and as inputs of another plan. What a format has no
 * place for is told: a shapefile's short names by the file beside it, in the Open Fibre Data
 * Standard what is no network.
 */
class PlanRoundTripTest {

  private static final Words ENGLISH = Words.in("en");
  private static final String COSTS = "capexUsd opexUsdPerYear lifetimeCostUsd";

  @TempDir private static Path root;
  @TempDir private Path folder;

  private static PlanFolder plan;
  private static Path files;

  /**
   * The tiny world's plan with one of each: media, second ways, parts, a widened node, unknowns.
   */
  @BeforeAll
  static void write() throws IOException {
    PlanFolder tiny = TinyWorld.plan(2e6);
    List<BuiltLink> links = new ArrayList<>(tiny.plan().links());
    String[] media = {"fibre", "microwave", "leo-backhaul"};
    for (int k = 0; k < media.length; k++) {
      // satellites hop no kilometres
      double distanceKm = media[k].equals("leo-backhaul") ? 0 : 1 / 3.0 + k;
      links.set(k, links.get(k).withMediumId(media[k]).withDistanceKm(distanceKm));
    }
    BuiltLink second = links.get(0).withId("second-1").withLifetimeCostUsd(1234.57);
    List<SettlementService> services = new ArrayList<>(tiny.plan().settlements());
    SettlementService parted = services.get(1);
    services.set(
        1,
        parted
            .with()
            .parts(
                List.of(parted.whole().withShareRatio(0.25), parted.whole().withShareRatio(0.75)))
            .build());
    List<Settlement> settlements = new ArrayList<>(tiny.problem().settlements());
    settlements.set(
        2,
        settlements
            .get(2)
            .with()
            .name("=1+1 ; \"Thaba\", ‘é’")
            .population(1234.5678901234)
            .inhabitedKm2(0.1 + 0.2)
            .baselineCoverageRatio(0.1 + 0.2)
            .baselineLowRatio(0.1)
            .baselineHighRatio(0.9)
            .baselineModelled(true)
            .distanceToGridKm(1e-7)
            .rainMmPerHour(37.9)
            .attributes(Map.of("wardCode", "007"))
            .build());
    PlanningProblem problem =
        tiny.problem()
            .with()
            .settlements(settlements)
            .fibreLines(
                List.of(
                    new FibreLine(
                        "old-1",
                        List.of(new LonLat(27.95, -29.5), new LonLat(28.05, -29.4)),
                        "LSO",
                        "Econet; Vodacom",
                        FibreLine.Status.OPERATIONAL,
                        "test")))
            .build();
    Plan changed =
        new Plan(
            services,
            tiny.plan().sites(),
            links,
            List.of(new NodeUpgrade("ixp", 12.5, 2.25, 100.01, 671.07)),
            tiny.plan().totals(),
            null,
            new SecondPaths(List.of(), List.of(second)));
    plan = new PlanFolder(problem, tiny.scenario(), changed, tiny.certificate());
    files = root.resolve("plan");
    plan.write(files);
    assertThat(plan.plan().sites()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "geojson", "fgb", "shp", "csv", "xlsx", "parquet"})
  void everyRowOfEveryLayerEqualsThePlan(String format) throws IOException {
    assertEqual(format, "settlements", settlements());
    assertEqual(format, "links", links());
    assertEqual(format, "sites", sites());
    assertThat(rows(exported(format, "masts"), "masts"))
        .hasSize(plan.plan().sites().stream().mapToInt(AccessSite::masts).sum());
    assertEqual(format, "nodes", nodes());
    if (format.equals("shp")) { // none without a place
      return;
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    for (SettlementService each : plan.plan().settlements()) {
      each.parts()
          .forEach(
              part ->
                  parts.add(
                      row(
                          part,
                          "settlementId",
                          each.settlementId(),
                          "shareRatio siteId technologyId peopleServed demandMbps " + COSTS)));
    }
    assertThat(parts).hasSize(2);
    assertEqual(format, "parts", parts);
  }

  /** Names of columns and values are the same in every language; what they mean is told in it. */
  @Test
  void aFrenchFileTellsItsFactsAndCodesInFrench() throws IOException {
    String summary = french("summary");
    assertThat(summary).contains("le plus possible").doesNotContain("MAXIMISE");
    for (InputFile each : plan.problem().inputs()) {
      assertThat(summary).doesNotContain(each.role() + "\u00a0:").doesNotContain(each.role() + ":");
    }
    assertThat(french("codebook"))
        .contains("OVER_BUDGET (hors budget)", "SOLAR (soleil)", "ftth (Fibre jusqu’au domicile)");
  }

  private String french(String layer) throws IOException {
    Path out = folder.resolve("fr-" + layer + ".csv");
    PlanExports.write(files, PlanVerdict.OLDER, "csv", layer, Words.in("fr"), ToldStates.NONE, out);
    return Files.readString(out);
  }

  /** Pages call a place without a name after what is near it; files say so, and that they do. */
  @Test
  void placesWithoutNameAreCalledAsPagesDo() {
    Settlement town = plan.problem().settlements().get(0).withModelled(false).withName("Town");
    Settlement site = town.withId("LSO_27.1_-29.5").withModelled(true).withName("Clinic");
    Settlement bare =
        site.withName("")
            .withLocation(new LonLat(town.location().lon() + 0.1, town.location().lat()));
    PlaceNames names = new PlaceNames(List.of(town, site, bare), ENGLISH);
    assertThat(names.of(town)).isEqualTo(new PlaceNames.Shown("Town", false));
    assertThat(names.of(site)).isEqualTo(new PlaceNames.Shown("near Clinic", true));
    assertThat(names.of(bare).name()).isEqualTo("near Town, 10 km");
    assertThat(new PlaceNames(List.of(bare), ENGLISH).of(bare))
        .isEqualTo(new PlaceNames.Shown("LSO_27.1_-29.5", true));
  }

  /** Whoever adds up a layer's lifetime cost gets the plan's, to the cent. */
  @Test
  void allocatedCostsAddUpToThePlanAndThePartsToTheWhole() throws IOException {
    PlanFolder whole = TinyWorld.plan(2e6);
    PlanFolder phased = TinyWorld.programme("Phases");
    int k = 0;
    for (PlanFolder each : List.of(whole, phased)) {
      Path at = folder.resolve("sums" + k++);
      each.write(at);
      Path out = folder.resolve("sums" + k + ".gpkg");
      PlanExports.write(at, PlanVerdict.OLDER, "gpkg", "", ENGLISH, ToldStates.NONE, out);
      Plan.Totals totals = each.plan().totals();
      assertThat(cents(rows(out, "settlements"), "allocatedLifetimeCostUsd"))
          .isEqualTo(Math.round(totals.lifetimeCostUsd() * 100));
      assertThat(cents(rows(out, "settlements"), "allocatedCapexUsd"))
          .isEqualTo(Math.round(totals.capexUsd() * 100));
      assertThat(networkCents(at.resolve("finance.csv")))
          .as("accounts")
          .isEqualTo(Math.round(totals.lifetimeCostUsd() * 100));
      long parts = 0;
      for (String layer : List.of("settlements", "links", "sites", "nodes")) {
        parts += cents(rows(out, layer), "lifetimeCostUsd");
      }
      Map<String, Double> facts =
          rows(out, "summary").stream()
              .filter(row -> row.attributes().get("value") != null)
              .collect(
                  Collectors.toMap(
                      row -> (String) row.attributes().get("key"),
                      row -> (Double) row.attributes().get("value")));
      assertThat(parts + Math.round(facts.get("costOfReplacedUsd") * 100))
          .isEqualTo(Math.round(facts.get("lifetimeCostUsd") * 100));
      assertThat(facts.get("peopleServed")).isEqualTo(totals.peopleServed());
      double people =
          rows(out, "settlements").stream()
              .mapToDouble(row -> (double) row.attributes().get("peopleServed"))
              .sum();
      assertThat(people).isCloseTo(facts.get("peopleGained"), within(1e-6));
      sitesAddUpAndHaveTheirMasts(rows(out, "sites"), rows(out, "masts"));
    }
  }

  private static void sitesAddUpAndHaveTheirMasts(List<Feature> sites, List<Feature> masts) {
    assertThat(sites).isNotEmpty();
    Map<Object, List<Feature>> mastsOf =
        masts.stream().collect(Collectors.groupingBy(each -> each.attributes().get("siteId")));
    long hops = 0;
    for (Feature each : sites) {
      Map<String, Object> row = each.attributes();
      for (String amount : COSTS.split(" ")) {
        String ending = Character.toUpperCase(amount.charAt(0)) + amount.substring(1);
        long site = 0;
        for (String part : List.of("equipment", "tower", "energy", "mastLinks")) {
          site += cents(List.of(each), part + ending);
        }
        assertThat(site).as(ending).isEqualTo(cents(List.of(each), amount));
        assertThat(cents(List.of(each), "total" + ending))
            .isEqualTo(site + cents(List.of(each), "link" + ending));
      }
      List<Feature> own = mastsOf.get(row.get("siteId"));
      assertThat(own).hasSize(((Number) row.get("masts")).intValue());
      assertThat(own.get(0).geometry().getCoordinate()).isEqualTo(each.geometry().getCoordinate());
      boolean seen = row.get("standing").equals(true) && !row.get("assumed").equals(true);
      assertThat(row.get("positionModelled")).isEqualTo(!seen);
      assertThat(own.get(0).attributes().get("positionModelled")).isEqualTo(!seen);
      hops += ((Number) row.get("hopsBetweenMasts")).longValue();
    }
    assertThat(masts.stream().filter(each -> each.attributes().get("hopKm") != null))
        .hasSize((int) hops);
  }

  private static long networkCents(Path accounts) throws IOException {
    return Files.readAllLines(accounts).stream()
        .skip(1)
        .mapToLong(row -> Math.round(Double.parseDouble(row.split(",")[1]) * 100))
        .sum();
  }

  private static long cents(List<Feature> rows, String column) {
    return rows.stream()
        .map(row -> (Double) row.attributes().get(column))
        .filter(Objects::nonNull)
        .mapToLong(usd -> Math.round(usd * 100))
        .sum();
  }

  /** What was exported feeds another plan as it fed this one. */
  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "geojson", "fgb", "shp", "csv", "xlsx"})
  void layersAreInputsAgain(String format) throws IOException {
    LayerImport importer = new LayerImport(new BuiltInCountries());
    List<Settlement> known =
        importer.settlements(exported(format, "settlements"), "LSO", null).records();
    assertThat(bare(known)).isEqualTo(bare(plan.problem().settlements()));
    List<NetworkNode> nodes =
        importer.nodes(exported(format, "nodes"), LayerKind.NODES, "LSO", null).records();
    assertThat(nodes).isEqualTo(plan.problem().nodes());
    Imported<FibreLine> lines = importer.fibreLines(exported(format, "links"), "LSO", null);
    List<String> noFibre =
        plan.plan().links().stream()
            .filter(each -> each.mediumId().equals("microwave"))
            .map(BuiltLink::id)
            .toList();
    assertThat(noFibre).isNotEmpty();
    assertThat(lines.report().counts()).containsEntry("mediumNotFibre", (long) noFibre.size());
    assertThat(lines.records())
        .extracting(FibreLine::id)
        .doesNotContainAnyElementsOf(noFibre)
        .contains(plan.plan().links().get(0).id(), "second-1");
    assertThat(lines.records())
        .extracting(FibreLine::status)
        .containsOnly(FibreLine.Status.PLANNED);
  }

  /** Further columns aside, by id. */
  private static Map<String, Settlement> bare(List<Settlement> settlements) {
    return settlements.stream()
        .map(each -> each.withAttributes(Map.of()))
        .collect(Collectors.toMap(Settlement::id, Function.identity()));
  }

  /** Spans of both forms of the standard: medium, ends, length, cost, status, operators. */
  @ParameterizedTest
  @ValueSource(strings = {"ofds", "ofds-gpkg"})
  void theNetworkOfTheStandardEqualsThePlan(String format) throws IOException {
    Path out = folder.resolve("network." + (format.equals("ofds") ? "json" : "gpkg"));
    PlanExports.write(files, PlanVerdict.OLDER, format, "", ENGLISH, ToldStates.NONE, out);
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    rows(out, "spans").forEach(row -> found.put(id(row), row.attributes()));
    Map<String, Map<String, Object>> expected = new LinkedHashMap<>();
    for (BuiltLink each : wired()) {
      Map<String, Object> row =
          row(each, "id", each.id(), "mediumId distanceKm loadMbps buildYear systems " + COSTS);
      row.put("status", "proposed");
      row.put("start", each.fromId());
      row.put("end", each.toId());
      row.put("transmissionMedium", "[\"" + each.mediumId() + "\"]");
      if (each.mediumId().equals("fibre")) {
        row.put("fibreLength", each.distanceKm());
      }
      expected.put(each.id(), row);
    }
    for (var each : expected.entrySet()) {
      each.getValue()
          .forEach(
              (column, value) ->
                  assertThat(plain(found.get(each.getKey()).get(column)))
                      .as(each.getKey() + " " + column)
                      .isEqualTo(plain(value)));
    }
    assertThat(found).hasSize(expected.size() + 1).containsKey("existing:old-1");
    FibreLine old =
        new LayerImport(new BuiltInCountries())
                .fibreLines(out, "LSO", ColumnMapping.guess(ReadOptions.DETECT.withLayer("spans")))
                .records()
                .stream()
                .filter(each -> each.id().equals("existing:old-1"))
                .findFirst()
                .orElseThrow();
    assertThat(old.operator()).isEqualTo("Econet; Vodacom");
    assertThat(old.operational()).isTrue();
  }

  private static List<BuiltLink> wired() {
    return Stream.concat(plan.plan().links().stream(), plan.plan().secondPaths().links().stream())
        .filter(each -> !each.mediumId().equals("leo-backhaul"))
        .toList();
  }

  private static String id(Feature row) {
    return String.valueOf(row.attributes().getOrDefault("id", row.id()));
  }

  private List<Map<String, Object>> settlements() {
    Map<String, Settlement> byId = byIdWhole();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SettlementService each : plan.plan().settlements()) {
      Settlement at = byId.get(each.settlementId());
      Map<String, Object> row =
          row(
              at,
              "settlementId",
              at.id(),
              "name country district population areaKm2 inhabitedKm2 modelled"
                  + " baselineCoverageRatio baselineLowRatio baselineHighRatio baselineModelled distanceToGridKm"
                  + " rainMmPerHour");
      row.putAll(
          row(
              each,
              "settlementId",
              at.id(),
              "status technologyId siteId peopleServed demandMbps roundTripMs buildYear reason "
                  + COSTS));
      row.put("lon", at.location().lon());
      row.put("lat", at.location().lat());
      row.put("wardCode", at.attributes().get("wardCode"));
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Settlement> byIdWhole() {
    return plan.problem().settlements().stream()
        .collect(Collectors.toMap(Settlement::id, Function.identity()));
  }

  private static List<Map<String, Object>> links() {
    List<Map<String, Object>> rows = new ArrayList<>();
    Stream.concat(plan.plan().links().stream(), plan.plan().secondPaths().links().stream())
        .forEach(
            each -> {
              Map<String, Object> row =
                  row(
                      each,
                      "linkId",
                      each.id(),
                      "fromId toId mediumId systems distanceKm loadMbps buildYear " + COSTS);
              row.put("status", "proposed");
              row.put("secondWay", each.id().equals("second-1"));
              row.put(
                  "transmissionMedium",
                  each.mediumId().equals("leo-backhaul") ? "" : each.mediumId());
              row.put("path", List.of(each.from(), each.to()));
              rows.add(row);
            });
    return rows;
  }

  private static List<Map<String, Object>> sites() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (AccessSite each : plan.plan().sites()) {
      Map<String, Object> row =
          row(
              each,
              "siteId",
              each.id(),
              "technologyId placeId units masts energy loadMbps buildYear " + COSTS);
      row.put("lon", each.location().lon());
      row.put("lat", each.location().lat());
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, Object>> nodes() {
    NetworkNode node = plan.problem().nodes().get(0);
    Map<String, Object> row =
        row(node, "nodeId", "ixp", "name country kind assumed source rainMmPerHour capacityMbps");
    row.putAll(
        row(
            plan.plan().upgrades().get(0),
            "nodeId",
            "ixp",
            "loadMbps furtherMbps opexUsdPerYear lifetimeCostUsd"));
    return List.of(row);
  }

  /** Components of a record by their names. */
  private static Map<String, Object> row(Object record, String id, String value, String names) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(id, value);
    for (String name : names.split(" ")) {
      try {
        row.put(name, record.getClass().getMethod(name).invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return row;
  }

  private void assertEqual(String format, String layer, List<Map<String, Object>> expected)
      throws IOException {
    List<Feature> found = rows(exported(format, layer), layer);
    assertThat(found).as(layer).hasSameSizeAs(expected);
    for (int k = 0; k < expected.size(); k++) {
      Feature row = found.get(k);
      Map<String, Object> told = new LinkedHashMap<>(row.attributes());
      if (row.geometry() != null) {
        Coordinate at = row.geometry().getCoordinate();
        told.put("lon", at.x);
        told.put("lat", at.y);
        told.put(
            "path",
            Stream.of(row.geometry().getCoordinates())
                .map(each -> new LonLat(each.x, each.y))
                .toList());
      }
      for (Map.Entry<String, Object> each : expected.get(k).entrySet()) {
        String where = format + " " + layer + " " + k + " " + each.getKey();
        assertThat(told).as(where).containsKey(each.getKey());
        assertThat(cell(format, told.get(each.getKey()), each.getValue()))
            .as(where)
            .isEqualTo(plain(each.getValue()));
      }
    }
  }

  private Path exported(String format, String layer) throws IOException {
    Path out = folder.resolve(layer + (format.equals("shp") ? ".zip" : "." + format));
    if (!Files.exists(out)) {
      PlanExports.Written written =
          PlanExports.write(files, PlanVerdict.OLDER, format, layer, ENGLISH, ToldStates.NONE, out);
      assertThat(written.layers()).containsExactly(layer);
    }
    return out;
  }

  private static List<Feature> rows(Path file, String layer) {
    List<Feature> rows = new ArrayList<>();
    SourceFile source = SourceFile.of(file);
    ((VectorReader) LayerReader.of(source))
        .stream(
            source,
            ReadOptions.DETECT,
            new FeatureConsumer() {
              private boolean wanted;

              @Override
              public void layer(LayerSchema schema) {
                wanted = schema.name().equals(layer) || file.toString().endsWith(".parquet");
              }

              @Override
              public void feature(Feature feature) {
                if (wanted) {
                  rows.add(feature);
                }
              }

              @Override
              public void finding(Finding finding) {
                assertThat(finding.severity())
                    .as(finding.code())
                    .isNotEqualTo(Finding.Severity.ERROR);
              }
            });
    return rows;
  }

  /** In CSV all is text, numbers in their own digits. */
  private static Object cell(String format, Object value, Object expected) {
    if (!format.equals("csv") || value == null) {
      return plain(value);
    }
    if (expected instanceof Boolean) {
      return Boolean.valueOf(value.toString());
    }
    return expected instanceof Number ? plain(NumberText.of(value, false).value()) : plain(value);
  }

  /** Equal values look alike: unknown and none are null, numbers are doubles, names are text. */
  private static Object plain(Object value) {
    if (value instanceof Enum<?> name) {
      return name.name();
    }
    if (value instanceof Number number) {
      return Double.isNaN(number.doubleValue()) ? null : (Object) number.doubleValue();
    }
    return value instanceof String text && text.isEmpty() ? null : value;
  }
}
