package org.kiungo.planner.verify.doubt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The facts of a future, of published ones and the draws of some layers. */
public final class FutureFacts {

  /** Layers, in their order. */
  public static final List<String> LAYERS = List.of("coverage", "demand", "prices", "people");

  /** The layer whose range nobody publishes. */
  public static final String ASSUMED = "people";

  private static final double ALL_PEOPLE = 0.05;
  private static final double PEOPLE_OF_A_PLACE = 0.2;
  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_UP);

  private final Map<String, DrawnAgain> draws = new HashMap<>();

  /**
   * @param layers that are drawn
   * @param futures of the same layers
   */
  public FutureFacts(long seed, List<String> layers, int futures, int future) {
    layers.forEach(each -> draws.put(each, new DrawnAgain(seed, each, futures, future)));
  }

  /** The draws of a layer. */
  public DrawnAgain draws(String layer) {
    return draws.get(layer);
  }

  /**
   * @param catalogue of the published facts, as JSON
   */
  public PlanningProblem of(PlanningProblem published, JsonNode catalogue) {
    List<Settlement> places = new ArrayList<>();
    published.settlements().forEach(each -> places.add(place(each)));
    JsonNode moved = catalogue.deepCopy();
    if (draws.containsKey("prices")) {
      for (String list : List.of("technologies", "media", "transit", "borders")) {
        moved.path(list).forEach(each -> figures(each, list + "/" + each.path("id").asString()));
      }
      figures(moved.path("energy"), "energy");
    }
    if (draws.containsKey("demand")) {
      moved.path("volumes").forEach(each -> figures(each, "volumes/" + each.path("id").asString()));
    }
    Catalogue read = FolderReader.JSON.treeToValue(moved, Catalogue.class);
    return published.with().settlements(places).catalogue(read).build();
  }

  private Settlement place(Settlement published) {
    double share = published.baselineCoverageRatio();
    double low = published.baselineLowRatio();
    double high = published.baselineHighRatio();
    DrawnAgain coverage = draws.get("coverage");
    if (coverage != null && !Double.isNaN(share + low + high)) {
      double at = coverage.ofPlace(published.id());
      double end = at < 0 ? low : high;
      share = between(share + Math.abs(at) * (end - share), share, end);
    }
    double people = published.population();
    DrawnAgain counted = draws.get("people");
    if (counted != null && people > 0) {
      people *= 1 + ALL_PEOPLE * counted.common();
      people = six(people * (1 + PEOPLE_OF_A_PLACE * counted.own(published.id())));
    }
    return published
        .with()
        .population(people)
        .baselineCoverageRatio(share)
        .baselineLowRatio(Double.NaN)
        .baselineHighRatio(Double.NaN)
        .build();
  }

  /** Every figure with a name that the layer draws, those of lists too. */
  private void figures(JsonNode of, String path) {
    boolean demand = path.startsWith("volumes/");
    for (Map.Entry<String, JsonNode> each : of.properties()) {
      String name = each.getKey();
      JsonNode node = each.getValue();
      boolean drawn = demand ? !name.equals("forecastUntilYear") : name.contains("Usd");
      if (node.isArray()) {
        node.forEach(row -> figures(row, path + "/" + name));
      } else if (drawn && node instanceof ObjectNode figure && node.has("low")) {
        double at = draws.get(demand ? "demand" : "prices").at(path + "/" + name);
        figure.put("value", figure(figure, at));
      }
    }
  }

  private static double figure(JsonNode figure, double at) {
    double value = figure.get("value").doubleValue();
    double end = figure.get(at < 0 ? "low" : "high").doubleValue();
    double share = Math.abs(at);
    boolean positive = value > 0 && end > 0;
    double drawn =
        positive
            ? value * StrictMath.exp(share * (StrictMath.log(end) - StrictMath.log(value)))
            : value * (1 - share) + end * share;
    return between(drawn, value, end);
  }

  private static double between(double drawn, double one, double other) {
    return Math.min(Math.max(six(drawn), Math.min(one, other)), Math.max(one, other));
  }

  private static double six(double value) {
    return new BigDecimal(value).round(SIX).doubleValue();
  }
}
