package org.kiungo.planner.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A source that feeds a layer of a country. Those of one layer are ranked, the first named first:
 * where two know the same place, the higher one decides, as their uses say.
 *
 * @param country ISO 3166-1 alpha-3
 * @param layer what it says
 * @param source {@value #BUILT_IN}, {@value #INSIDE}, {@value #NOTHING}, a dataset's version such
 *     as {@code id/3}, or the name of a file beside the scenario
 * @param use what becomes of it beside the others
 */
public record Feed(String country, Layer layer, String source, Use use) {

  /** What Kiungo carries. */
  public static final String BUILT_IN = "built-in";

  /** The people that Kiungo carries, in modelled parts of their places; of settlements alone. */
  public static final String INSIDE = "built-in-inside";

  /** No source at all: the layer stays empty. */
  public static final String NOTHING = "none";

  /** A layer whose sources are chosen. */
  public enum Layer {
    /** People and places. */
    SETTLEMENTS,
    /** Residents of districts, to which the places of each are made to add up: one at most. */
    CENSUS,
    /** Who has 4G today. */
    COVERAGE,
    /** Where networks can start: nodes, exchange points, landing points. */
    NODES,
    FIBRE_LINES,
    TOWERS,
    /** Roads that cables may follow. */
    ROADS,
    /** The ground under radio hops: one source at most. */
    ELEVATION,
    /** Power lines that tell how far places are from the grid. */
    GRID,
    /** Areas where no new site may stand, or where building one costs more. */
    HAZARD;

    /** Whether sources of it cannot be merged. */
    public boolean takesOne() {
      return this == CENSUS || this == ELEVATION;
    }

    /**
     * What feeds it where nobody brings anything: nothing at all for what Kiungo does not carry.
     */
    public String carried() {
      return takesOne() || this == GRID || this == HAZARD ? NOTHING : BUILT_IN;
    }
  }

  /** What becomes of a source beside others of its layer. */
  public enum Use {
    /** It is the layer; there is no other. */
    ALONE,
    /** Where it lies, nothing of lower rank stays. */
    REPLACE,
    /** It gives what no source of higher rank has. */
    FILL,
    /** It stays beside what others say, but for what is replaced. */
    ADD
  }

  public Feed {
    if (country == null || !country.matches("[A-Z]{3}")) {
      throw new InputRefused("country.unknown", "country", country);
    }
    if (layer == null || use == null || source == null || source.isBlank()) {
      throw new InputRefused("feeds.incomplete", "field", "feeds");
    }
    if (source.equals(INSIDE) && layer != Layer.SETTLEMENTS) {
      throw inside(layer, source);
    }
    if (source.equals(NOTHING) && use != Use.ALONE) {
      throw new InputRefused("feeds.alone", "field", "feeds", "layer", layer, "source", source);
    }
  }

  private static InputRefused inside(Layer layer, String source) {
    return new InputRefused("feeds.inside", "field", "feeds", "layer", layer, "source", source);
  }

  /** Whether Kiungo carries it: the places as they are, or in their parts. */
  public boolean comesBuiltIn() {
    return source.equals(BUILT_IN) || source.equals(INSIDE);
  }

  /** By country and layer, ranks kept; refuses choices that contradict one another. */
  static List<Feed> checked(List<Feed> feeds) {
    List<Feed> sorted = new ArrayList<>(feeds);
    sorted.sort(Comparator.comparing(Feed::country).thenComparing(Feed::layer));
    Set<String> seen = new HashSet<>();
    for (Feed each : sorted) {
      if (!seen.add(each.country + " " + each.layer + " " + each.source)) {
        throw new InputRefused(
            "feeds.twice", "field", "feeds", "layer", each.layer, "source", each.source);
      }
      if (each.source.equals(INSIDE)
          && of(sorted, each.country, each.layer).stream()
              .anyMatch(other -> other.source.equals(BUILT_IN))) {
        throw inside(each.layer, BUILT_IN); // the same people twice
      }
      boolean single = each.use == Use.ALONE || each.layer.takesOne();
      if (single && of(sorted, each.country, each.layer).size() > 1) {
        throw new InputRefused(
            "feeds.alone", "field", "feeds", "layer", each.layer, "source", each.source);
      }
    }
    return List.copyOf(sorted);
  }

  /** Those of one layer in the order of their ranks; empty where nothing is said of it. */
  public static List<Feed> of(List<Feed> feeds, String country, Layer layer) {
    return feeds.stream()
        .filter(each -> each.country.equals(country) && each.layer == layer)
        .toList();
  }
}
