package org.kiungo.geodata.proposal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.LayerKind.Shape;
import org.kiungo.geodata.proposal.FileProposal.Evidence;

/** How much the columns and cells of a table speak for each layer, by {@code signs.properties}. */
final class LayerSigns {

  /** What speaks for a layer less is no evidence. */
  static final int WEAK = 3;

  private static final int HEADING = 3;

  private static final double PERCENT = 100;
  private static final int MOST_HEADINGS = 4;
  private static final int CELLS = 5;
  private static final int NEEDED = 4;
  private static final int TITLE = 2;
  private static final String PLACELESS = "placeless";

  /** Layers of extracts and exports are called as what they hold. */
  private static final int NAMED = 20;

  /** A column speaks for a layer when so many of its filled cells do. */
  private static final double CELLS_RATIO = 0.4;

  /** Of fewer cells one word may stand there by chance. */
  private static final int FEWEST_CELLS = 3;

  /** Columns of longer texts are notes. */
  private static final int LONGEST_CELL = 120;

  /** Kinds of facilities that files tell apart, as the catalogue calls them. */
  private static final List<String> INSTITUTIONS = List.of("school", "clinic");

  private static final Map<String, Words> OF_INSTITUTION = new HashMap<>();
  private static final Map<LayerKind, Words> OF_KIND = load();

  /** Words, and beginnings of words. */
  private record Vocabulary(Set<String> whole, List<String> begun) {
    static Vocabulary of(List<String> words) {
      Set<String> whole = new HashSet<>();
      List<String> begun = new ArrayList<>();
      for (String word : words) {
        if (word.endsWith("*")) {
          begun.add(word.substring(0, word.length() - 1));
        } else {
          whole.add(word);
        }
      }
      return new Vocabulary(whole, begun);
    }

    boolean has(String token) {
      return whole.contains(token) || begun.stream().anyMatch(token::startsWith);
    }
  }

  private record Words(Vocabulary headings, Vocabulary cells, Vocabulary against) {}

  /**
   * What speaks for a layer.
   *
   * @param strength without a unit; 0 for nothing
   */
  record Sign(LayerKind kind, int strength, List<Evidence> evidence) {
    /** Whether its rows would need places that no column tells. */
    boolean isPlaceless() {
      return evidence.stream().anyMatch(each -> each.code().equals(PLACELESS));
    }
  }

  private final Sample sample;
  private final Map<String, List<String>> headings = new HashMap<>();
  private final Set<String> title;

  LayerSigns(Sample sample) {
    this.sample = sample;
    sample.columns().forEach(column -> headings.put(column, tokens(column)));
    title = new HashSet<>(tokens(sample.title()));
  }

  /** All layers whose shape fits, strongest first; without evidence where there is none. */
  List<Sign> all() {
    int dimension = sample.dimension();
    List<Sign> signs = new ArrayList<>();
    for (LayerKind kind : LayerKind.values()) {
      if (fits(kind.shape(), dimension)) {
        signs.add(of(kind));
      }
    }
    signs.sort((one, other) -> other.strength() - one.strength());
    return signs;
  }

  private boolean fits(Shape shape, int dimension) {
    return switch (shape) {
      case PLACE -> dimension != 1;
      case LINE -> dimension == 1;
      case AREA -> dimension == 2;
      case NONE -> dimension < 0;
      case RASTER -> false;
    };
  }

  private Sign of(LayerKind kind) {
    if (kind == LayerKind.CENSUS || kind == LayerKind.INDICATORS) {
      return table(kind);
    }
    Words words = OF_KIND.get(kind);
    List<Evidence> evidence = new ArrayList<>();
    int strength = words(words, evidence);
    String needed =
        kind == LayerKind.SETTLEMENTS
            ? ColumnNames.guess(kind, "population", sample.columns())
            : "";
    boolean people =
        headings.getOrDefault(needed, List.of()).stream().anyMatch(words.headings()::has);
    strength += people ? NEEDED : 0;
    if (sample.ownName().equals(kind.label())) {
      strength += NAMED;
      evidence.add(0, Evidence.of("layerNamed", sample.ownName()));
    }
    if (kind.shape() == Shape.PLACE && sample.dimension() < 0 && strength > 0) {
      evidence.add(Evidence.of(PLACELESS));
      strength /= 2;
    }
    boolean area = sample.dimension() == 2 && kind.shape() == Shape.PLACE;
    return new Sign(kind, area && !people ? strength / 2 : strength, evidence);
  }

  /** Whether a heading speaks of it and says nothing that speaks against it. */
  private boolean speaks(String column, Words words) {
    List<String> said = headings.get(column);
    return said.stream().anyMatch(words.headings()::has)
        && said.stream().noneMatch(words.against()::has);
  }

  /** How much headings, cells and title speak by some words. */
  private int words(Words words, List<Evidence> evidence) {
    List<String> found = sample.columns().stream().filter(column -> speaks(column, words)).toList();
    int strength = HEADING * Math.min(MOST_HEADINGS, found.size());
    if (!found.isEmpty()) {
      evidence.add(Evidence.of("columns", String.join(", ", found)));
    }
    for (String column : sample.columns()) {
      String cell = speaking(column, words);
      if (!cell.isEmpty()) {
        strength += CELLS;
        evidence.add(Evidence.of("cells", cell, column));
        break;
      }
    }
    if (title.stream().anyMatch(words.headings()::has)) {
      strength += TITLE;
      evidence.add(Evidence.of("title", sample.title().strip()));
    }
    return strength;
  }

  /** What speaks for each kind of facility that something speaks for, by the catalogue's id. */
  Map<String, Sign> institutions() {
    Map<String, Sign> signs = new LinkedHashMap<>();
    for (String each : INSTITUTIONS) {
      List<Evidence> evidence = new ArrayList<>();
      int strength = words(OF_INSTITUTION.get(each), evidence);
      if (strength > 0) {
        signs.put(each, new Sign(LayerKind.FACILITIES, strength, evidence));
      }
    }
    return signs;
  }

  /** An example of a column whose cells speak for a layer; empty for none. */
  private String speaking(String column, Words words) {
    int filled = 0;
    int speaking = 0;
    String example = "";
    for (Feature row : sample.rows()) {
      Object cell = row.attributes().get(column);
      if (cell instanceof String text && !text.isBlank() && text.length() <= LONGEST_CELL) {
        filled++;
        if (tokens(text).stream().anyMatch(words.cells()::has)) {
          speaking++;
          example = example.isEmpty() ? text.strip() : example;
        }
      }
    }
    boolean enough = filled >= Math.min(FEWEST_CELLS, sample.rows().size());
    return enough && speaking > 0 && speaking >= CELLS_RATIO * filled ? example : "";
  }

  /** Tables without places: people by district, or figures by country. */
  private Sign table(LayerKind kind) {
    List<String> columns = List.copyOf(sample.columns());
    List<Evidence> evidence = new ArrayList<>();
    if (kind == LayerKind.INDICATORS) {
      String country = ColumnNames.guess(kind, "country", columns);
      boolean told =
          !country.isEmpty()
              && !ColumnNames.guess(kind, "value", columns).isEmpty()
              && !ColumnNames.guess(kind, "year", columns).isEmpty();
      if (told) {
        evidence.add(Evidence.of("columns", country));
      }
      return new Sign(kind, told ? 2 * NEEDED : 0, evidence);
    }
    Map<String, String> guessed = CensusImport.columnsOf(columns);
    boolean whole =
        guessed.containsKey("population")
            && (guessed.containsKey("name") || guessed.containsKey("code"));
    if (!whole) {
      return new Sign(kind, 0, evidence);
    }
    if (areShares(guessed.get("population"))) {
      return new Sign(kind, 0, evidence);
    }
    String place = guessed.getOrDefault("name", guessed.getOrDefault("code", ""));
    Words areas = OF_KIND.get(LayerKind.BOUNDARIES);
    boolean district =
        columns.stream()
            .anyMatch(column -> headings.get(column).stream().anyMatch(areas.headings()::has));
    evidence.add(Evidence.of("columns", place + ", " + guessed.get("population")));
    evidence.add(Evidence.of("noPlaces", sample.features()));
    return new Sign(kind, 2 * NEEDED + (district ? HEADING : 0), evidence);
  }

  /** Whether a column holds nothing above a hundred, as rates by district do, and no people. */
  private boolean areShares(String column) {
    List<Double> figures =
        sample.rows().stream()
            .map(row -> NumberText.of(row.attributes().get(column), true).value())
            .filter(each -> !each.isNaN())
            .toList();
    boolean unnamed =
        ColumnNames.guess(LayerKind.SETTLEMENTS, "population", List.of(column)).isEmpty();
    return unnamed && !figures.isEmpty() && figures.stream().allMatch(each -> each <= PERCENT);
  }

  /** Words of a heading, a cell or a title as {@code signs.properties} has them. */
  static List<String> tokens(String text) {
    return ColumnNames.tokens(text.replace("kV", "kv")).stream() // no camel's hump
        .map(token -> token.startsWith("ال") && token.length() > 4 ? token.substring(2) : token)
        .toList();
  }

  private static Map<LayerKind, Words> load() {
    Properties signs = new Properties();
    try (Reader in =
        new InputStreamReader(
            LayerSigns.class.getResourceAsStream("signs.properties"), StandardCharsets.UTF_8)) {
      signs.load(in);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    for (String each : INSTITUTIONS) {
      OF_INSTITUTION.put(each, words(signs, List.of(each)));
    }
    Map<LayerKind, Words> words = new HashMap<>();
    for (LayerKind kind : LayerKind.values()) {
      List<String> labels = new ArrayList<>(List.of(kind.label()));
      labels.addAll(kind == LayerKind.FACILITIES ? INSTITUTIONS : List.of());
      words.put(kind, words(signs, labels));
    }
    return words;
  }

  private static Words words(Properties signs, List<String> labels) {
    return new Words(
        Vocabulary.of(list(signs, labels, ".headings")),
        Vocabulary.of(list(signs, labels, ".cells")),
        Vocabulary.of(list(signs, labels, ".against")));
  }

  private static List<String> list(Properties signs, List<String> labels, String part) {
    return labels.stream()
        .flatMap(each -> Arrays.stream(signs.getProperty(each + part, "").split(",")))
        .map(each -> each.endsWith("*") ? plain(each) + "*" : plain(each))
        .filter(each -> !each.isEmpty() && !each.equals("*"))
        .distinct()
        .toList();
  }

  private static String plain(String word) {
    return String.join("", tokens(word));
  }
}
