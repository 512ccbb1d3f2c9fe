package org.kiungo.planner.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.LonLat;

/**
 * ITU's Ibiza test set: 100 points of interest, 30 fibre nodes, fibre stretches of at most 1 to 15
 * km, four technologies, three estimates.
 *
 * @see <a href="https://github.com/FNS-Division/inframapdatabase">FNS-Division/inframapdatabase,
 *     data/ESP (MIT)</a>
 */
class ItuIbizaTest {

  private static final Map<String, Double> VARY =
      Map.of("central", 1.0, "lower bound", 0.9, "upper bound", 1.1);

  private static Path folder;
  private static List<CSVRecord> points;
  private static List<LonLat> places;
  private static List<LonLat> fibreNodes;
  private static Map<String, CSVRecord> solved;
  private static List<CSVRecord> costs;

  @BeforeAll
  static void readTheSet() throws IOException {
    String given = System.getenv("KIUNGO_DATA");
    String root = given != null ? given : System.getProperty("kiungo.data", "../../shared/data");
    folder = Path.of(root).resolve("validation/itu-inframap");
    assumeTrue(Files.isDirectory(folder), () -> "skipped: ITU's Ibiza set is not in " + folder);
    points = rows("ESP-1697915895-xs2u-pointofinterest.csv");
    places = points.stream().map(ItuIbizaTest::place).toList();
    fibreNodes =
        rows("ESP-1697916384-1icf-transmissionnode.csv").stream()
            .filter(node -> node.get("transmission_medium").equals("fiber"))
            .map(ItuIbizaTest::place)
            .toList();
    solved = new HashMap<>();
    rows("ESP-1714391188-zq9z-cost-results-poi-info.csv")
        .forEach(row -> solved.put(row.get("poi_id"), row));
    costs = rows("ESP-1714391188-zq9z-cost-results.csv");
  }

  private static List<CSVRecord> rows(String name) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = Files.newBufferedReader(folder.resolve(name));
        CSVParser rows = format.parse(text)) {
      return rows.getRecords();
    }
  }

  private static LonLat place(CSVRecord row) {
    return new LonLat(Double.parseDouble(row.get("lon")), Double.parseDouble(row.get("lat")));
  }

  /** ITU's order of preference: fibre, mobile coverage, line of sight, satellite. */
  private static String technologyOf(CSVRecord info, boolean fibre) {
    if (fibre) {
      return "fiber";
    }
    if (Double.parseDouble(info.get("4G_coverage")) == 1) {
      return "p2mp";
    }
    return info.get("is_visible").equals("True") ? "p2p" : "satellite";
  }

  @Test
  void allFifteenFibreSolutionsAreReproduced() {
    assertThat(places).hasSize(100);
    assertThat(fibreNodes).hasSize(30);
    for (int km = 1; km <= 15; km++) {
      double[] stretchKm = ItuFibrePath.connect(places, fibreNodes, km);
      Set<String> connected = new TreeSet<>();
      double totalKm = 0;
      Set<String> expected = new TreeSet<>();
      for (int j = 0; j < stretchKm.length; j++) {
        String id = points.get(j).get("poi_id");
        if (!Double.isNaN(stretchKm[j])) {
          connected.add(id);
          totalKm += stretchKm[j];
        }
        if (Double.parseDouble(solved.get(id).get("mst_solution_" + km + "km")) == 1) {
          expected.add(id);
        }
      }
      assertThat(connected).as("%d km", km).isEqualTo(expected);
      CSVRecord published = costRow(km, "fiber", "central");
      assertThat(connected).hasSize(Integer.parseInt(published.get("number_poi")));
      assertThat(totalKm)
          .as("%d km", km)
          .isCloseTo(Double.parseDouble(published.get("fiber_length")), within(1e-4));
    }
  }

  private static CSVRecord costRow(int km, String technology, String estimate) {
    return costs.stream()
        .filter(
            row ->
                row.get("max_dist_km").equals(String.valueOf(km))
                    && row.get("technology").equals(technology)
                    && row.get("estimate").equals(estimate))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allCostRowsAreReproduced() {
    List<String> wrong = new ArrayList<>();
    for (CSVRecord row : costs) {
      int km = Integer.parseInt(row.get("max_dist_km"));
      double[] stretchKm = ItuFibrePath.connect(places, fibreNodes, km);
      int count = 0;
      for (int j = 0; j < stretchKm.length; j++) {
        CSVRecord info = solved.get(points.get(j).get("poi_id"));
        String technology = technologyOf(info, !Double.isNaN(stretchKm[j]));
        count += technology.equals(row.get("technology")) ? 1 : 0;
      }
      double fibreKm =
          row.get("fiber_length").isEmpty() ? 0 : Double.parseDouble(row.get("fiber_length"));
      ItuCosts cost =
          ItuCosts.of(row.get("technology"), count, fibreKm, VARY.get(row.get("estimate")));
      boolean same =
          count == Integer.parseInt(row.get("number_poi"))
              && near(row, "init_capex", cost.initCapexUsd())
              && near(row, "pp_capex", cost.capexUsd())
              && near(row, "an_opex", cost.opexUsdPerYear())
              && near(row, "pp_coo", cost.costOfOwnershipUsd());
      if (!same) {
        wrong.add(km + " km " + row.get("technology") + " " + row.get("estimate") + " " + cost);
      }
    }
    assertThat(costs).hasSize(180);
    assertThat(wrong).isEmpty();
  }

  private static boolean near(CSVRecord row, String column, double value) {
    double published = Double.parseDouble(row.get(column));
    return Math.abs(published - value) <= 1e-9 * Math.max(1, Math.abs(published));
  }
}
