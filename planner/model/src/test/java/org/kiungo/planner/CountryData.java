package org.kiungo.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real and synthetic countries for measurements; the files lie beside the checkout. */
public final class CountryData {

  private CountryData() {}

  /** Where the test data lie. */
  public static Path root() {
    String given = System.getenv("KIUNGO_DATA");
    return Path.of(given != null ? given : System.getProperty("kiungo.data", "../shared/data"));
  }

  /**
   * BEN, KEN, LSO, IBZ (ITU's test set of Ibiza: its schools with the people within 1 km, its fibre
   * nodes), or a number: that many synthetic settlements.
   */
  public static PlanningProblem read(String name) throws IOException {
    return switch (name) {
      case "BEN" ->
          problem(
              onsset(root().resolve("BEN/onsset_settlements_1km.csv")),
              points(root().resolve("BEN/watra_BEN_nodes.geojson"), "BEN"),
              lines(root().resolve("BEN/watra_BEN_lines.geojson"), "BEN"));
      case "KEN" ->
          problem(
              clusters(root().resolve("KEN/openelec_clusters.geojson"), "KEN"),
              points(root().resolve("KEN/ofds/NOFBI/ofds_NOFBI_Kenya_nodes.geojson"), "KEN"),
              lines(root().resolve("KEN/ofds/NOFBI/ofds_NOFBI_Kenya_spans.geojson"), "KEN"));
      case "LSO" ->
          problem(
              clusters(root().resolve("LSO/openelec_clusters.geojson"), "LSO"),
              List.of(node("maseru", new LonLat(27.4833, -29.3167), "LSO")),
              List.of());
      case "IBZ" ->
          problem(
              ibizaSchools(root().resolve("validation/itu-inframap/ESP-1708346219-hhao-pcd.csv")),
              ibizaNodes(
                  root()
                      .resolve("validation/itu-inframap/ESP-1697916384-1icf-transmissionnode.csv")),
              List.of());
      default -> synthetic(Integer.parseInt(name));
    };
  }

  private static PlanningProblem problem(
      List<Settlement> settlements, List<NetworkNode> nodes, List<FibreLine> lines) {
    return new PlanningProblem(
        settlements.stream().sorted(Comparator.comparing(Settlement::id)).toList(),
        nodes.stream().sorted(Comparator.comparing(NetworkNode::id)).toList(),
        lines.stream().sorted(Comparator.comparing(FibreLine::id)).toList(),
        List.of(),
        CatalogueReader.builtIn(),
        ServiceStandard.DEFAULT,
        Money.DEFAULT,
        List.of());
  }

  private static NetworkNode node(String id, LonLat at, String country) {
    return NetworkNodeBuilder.builder()
        .id(id)
        .name(id)
        .location(at)
        .country(country)
        .kind(NetworkNode.Kind.FIBRE_NODE)
        .source("test data")
        .build();
  }

  private static Settlement settlement(
      int k, LonLat at, double people, double km2, double gridKm, String country) {
    return SettlementBuilder.builder()
        .id("%s%06d".formatted(country, k))
        .location(at)
        .population(people)
        .areaKm2(km2)
        .country(country)
        .distanceToGridKm(gridKm)
        .build();
  }

  private static List<Settlement> onsset(Path file) throws IOException {
    List<String> rows = Files.readAllLines(file);
    List<String> header = List.of(rows.get(0).split(","));
    int lon = header.indexOf("X_deg");
    int lat = header.indexOf("Y_deg");
    int people = header.indexOf("PopStartCalibrated");
    int grid = header.indexOf("GridDistCurrent");
    List<Settlement> found = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      LonLat at = new LonLat(Double.parseDouble(cells[lon]), Double.parseDouble(cells[lat]));
      double gridKm = Double.parseDouble(cells[grid]);
      found.add(settlement(found.size(), at, Double.parseDouble(cells[people]), 1, gridKm, "BEN"));
    }
    return found;
  }

  private static List<Settlement> ibizaSchools(Path file) throws IOException {
    List<String> rows = Files.readAllLines(file);
    List<String> header = List.of(rows.get(0).split(","));
    int people = header.indexOf("population_1km");
    List<Settlement> found = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      LonLat at = place(header, cells);
      double number = Double.parseDouble(cells[people]);
      found.add(settlement(found.size(), at, number, Double.NaN, Double.NaN, "ESP"));
    }
    return found;
  }

  private static List<NetworkNode> ibizaNodes(Path file) throws IOException {
    List<String> rows = Files.readAllLines(file);
    List<String> header = List.of(rows.get(0).split(","));
    List<NetworkNode> found = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      if (cells[header.indexOf("transmission_medium")].equals("fiber")) {
        found.add(node("node%04d".formatted(found.size()), place(header, cells), "ESP"));
      }
    }
    return found;
  }

  private static LonLat place(List<String> header, String[] cells) {
    return new LonLat(
        Double.parseDouble(cells[header.indexOf("lon")]),
        Double.parseDouble(cells[header.indexOf("lat")]));
  }

  private static List<Settlement> clusters(Path file, String country) {
    List<Settlement> found = new ArrayList<>();
    for (JsonNode feature : features(file)) {
      JsonNode ring = feature.path("geometry").path("coordinates").path(0);
      double lon = 0;
      double lat = 0;
      for (JsonNode c : ring) {
        lon += c.path(0).asDouble() / ring.size();
        lat += c.path(1).asDouble() / ring.size();
      }
      JsonNode of = feature.path("properties");
      found.add(
          settlement(
              found.size(),
              new LonLat(lon, lat),
              of.path("pop").asDouble(),
              of.path("area").asDouble() / 1e6,
              of.path("grid").asDouble(),
              country));
    }
    return found;
  }

  private static JsonNode features(Path file) {
    return JsonMapper.shared().readTree(file.toFile()).path("features");
  }

  private static List<NetworkNode> points(Path file, String country) {
    List<NetworkNode> found = new ArrayList<>();
    for (JsonNode feature : features(file)) {
      String id = "node%04d".formatted(found.size());
      found.add(node(id, lonLat(feature.path("geometry").path("coordinates")), country));
    }
    return found;
  }

  private static LonLat lonLat(JsonNode c) {
    return new LonLat(c.path(0).asDouble(), c.path(1).asDouble());
  }

  private static List<FibreLine> lines(Path file, String country) {
    List<FibreLine> found = new ArrayList<>();
    for (JsonNode feature : features(file)) {
      String status = feature.path("properties").path("status").asString("Operational");
      JsonNode shape = feature.path("geometry").path("coordinates");
      boolean multi = shape.path(0).path(0).isArray();
      for (JsonNode part : multi ? shape : List.of(shape)) {
        List<LonLat> path = new ArrayList<>();
        part.forEach(c -> path.add(lonLat(c)));
        if (path.size() > 1) {
          String id = "line%04d".formatted(found.size());
          FibreLine.Status works =
              "Operational".equals(status)
                  ? FibreLine.Status.OPERATIONAL
                  : FibreLine.Status.UNKNOWN;
          found.add(new FibreLine(id, path, country, "", works, "test data"));
        }
      }
    }
    return found;
  }

  /** Settlements scattered around clusters, sizes log-normal, one node per 2,000. */
  private static PlanningProblem synthetic(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double side = Math.sqrt(n / 12_000.0) * 3;
    int towns = n / 60 + 1;
    double[][] town = new double[towns][2];
    for (double[] t : town) {
      t[0] = side * random.nextDouble();
      t[1] = side * random.nextDouble();
    }
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      double[] t = town[random.nextInt(towns)];
      boolean far = random.nextInt(3) == 0;
      double x = far ? side * random.nextDouble() : t[0] + 0.15 * gaussian(random);
      double y = far ? side * random.nextDouble() : t[1] + 0.15 * gaussian(random);
      double people = 300 * StrictMath.exp(1.2 * gaussian(random));
      settlements.add(
          settlement(
              k,
              new LonLat(10 + x, y),
              people,
              Math.max(0.2, people / 1500),
              20 * random.nextDouble(),
              "TST"));
    }
    List<NetworkNode> nodes = new ArrayList<>();
    for (int k = 0; k <= n / 2000; k++) {
      double[] t = town[random.nextInt(towns)];
      nodes.add(node("node%04d".formatted(k), new LonLat(10 + t[0], t[1]), "TST"));
    }
    return problem(settlements, nodes, List.of());
  }

  private static double gaussian(SplittableRandom random) {
    double sum = -6;
    for (int k = 0; k < 12; k++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
