package org.kiungo.geodata.layer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Feature;

/**
 * Guesses columns from their names, in English, French, Portuguese, Arabic and Swahili and in the
 * spellings of known datasets; the words are in {@code columns.properties}.
 */
public final class ColumnNames {

  private static final Properties WORDS = load();
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Small figures behind a word, but for those of km². */
  private static final Pattern FOOTNOTES =
      Pattern.compile("(?<!m)[\u00b9\u00b2\u00b3\u2070-\u2079]+");

  private static final Pattern CAMELS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern OR = Pattern.compile("\\s*[/|]\\s*|(?i)\\s+(?:or|ou|au|o|أو)\\s+");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  /** A year, and "est." for estimated; without its point it is the east. */
  private static final Pattern APPENDED =
      Pattern.compile(YEAR.pattern() + "|(?i)(?<!\\p{L})est\\.(?=\\s|\\)|$)");

  /** What a name is called, as in "Nom du village", and words that say nothing of what is meant. */
  private static final Set<String> NAMING = Set.copyOf(tokens(WORDS.getProperty("-naming")));

  private static final Set<String> FILLING = Set.copyOf(tokens(WORDS.getProperty("-filling")));
  private static final Set<String> COUNTING = Set.copyOf(tokens(WORDS.getProperty("-counting")));

  private static final Set<String> SHARING = Set.copyOf(tokens(WORDS.getProperty("-sharing")));

  /** Words of a share that are none of other phrases, as "par" is. */
  private static final Set<String> OF_SHARES = Set.copyOf(tokens(WORDS.getProperty("-shares")));

  private static final Set<String> PERCENT = Set.copyOf(tokens(WORDS.getProperty("-percent")));

  private static final Pattern GENERATION =
      Pattern.compile("(?i)([2-5] ?G|LTE|UMTS|GSM|HSPA)(?![\\p{L}\\d])");

  /** Longer cells are sentences, which may speak of anything. */
  private static final int LONGEST_GENERATION = 30;

  /** Words of households, of people who live in them, and of how many do. */
  private static final Set<String> HOUSEHOLDS =
      Set.copyOf(tokens(WORDS.getProperty("-households")));

  private static final Set<String> PEOPLE = Set.copyOf(tokens(WORDS.getProperty("-people")));
  private static final Set<String> COVERED = Set.copyOf(tokens(WORDS.getProperty("-covered")));
  private static final Set<String> COVERAGE = Set.copyOf(tokens(WORDS.getProperty("-coverage")));
  private static final Set<String> SIZES = Set.copyOf(tokens(WORDS.getProperty("-sizes")));

  /** Between words; in Arabic a blank alone joins them: "inhabitants (of) households". */
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private static final Pattern ARABIC_APART = Pattern.compile("[^\\p{L}\\p{N}\\p{M} ]+");

  private ColumnNames() {}

  /**
   * Whether a heading says that its column counts households, not the people in them, or may say
   * so: "Population (ménages)", but not "Population des ménages".
   */
  public static boolean saysHouseholds(String column) {
    List<String> said = tokens(column);
    boolean households = said.stream().anyMatch(HOUSEHOLDS::contains);
    return households
        && Collections.disjoint(said, SIZES)
        && (Collections.disjoint(said, PEOPLE) || saysBoth(column));
  }

  /** Whether a word of households stands behind one of people, and nothing between. */
  private static boolean saysBoth(String column) {
    boolean arabic =
        column
            .codePoints()
            .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.ARABIC);
    String before = "";
    for (String part : (arabic ? ARABIC_APART : APART).split(column)) {
      List<String> said = new ArrayList<>(tokens(part));
      said.removeAll(COUNTING);
      if (!said.isEmpty()) {
        String word = String.join(" ", said);
        if (PEOPLE.contains(before) && HOUSEHOLDS.contains(said.get(0))) {
          return true;
        }
        before = word;
      }
    }
    return false;
  }

  /** The column that counts households and nothing else of them; empty for none. */
  public static String households(Collection<String> present) {
    for (String column : present) {
      List<String> said = core("population", column);
      if (saysBoth(column)) {
        said.removeAll(PEOPLE);
      }
      if (!said.isEmpty() && HOUSEHOLDS.containsAll(said) && !isMarked(column)) {
        return column;
      }
    }
    return "";
  }

  /** Whether a heading says that its column holds parts of a hundred. */
  static boolean saysPercent(String column) {
    return isMarked(column) || !Collections.disjoint(tokens(column), PERCENT);
  }

  /** Whether a heading says that its column holds parts of one. */
  static boolean saysRatio(String column) {
    return tokens(column).contains("ratio") || column.endsWith("Ratio");
  }

  /** Whether a heading or title speaks of who is covered by mobile networks. */
  public static boolean saysCoverage(String text) {
    List<String> said = tokens(text);
    boolean covered = !Collections.disjoint(said, COVERED) || !Collections.disjoint(said, COVERAGE);
    boolean shared = !Collections.disjoint(said, OF_SHARES) || isMarked(text);
    boolean generation = GENERATION.matcher(text).find();
    return covered && (generation || shared || !Collections.disjoint(said, PEOPLE))
        || generation && shared;
  }

  /** Whether a heading says that its column counts covered people: "Population couverte 4G". */
  static boolean saysCovered(String column) {
    List<String> said = tokens(column);
    return !Collections.disjoint(said, PEOPLE)
        && !Collections.disjoint(said, COVERED)
        && Collections.disjoint(said, OF_SHARES);
  }

  private static boolean isMarked(String column) {
    return column.indexOf('%') >= 0 || column.indexOf('\u066A') >= 0;
  }

  /**
   * The file's column that a role's first matching word names; failing that, the latest of those
   * that a word names with a year, such as "Pop 2026", or in a phrase, such as "Nom du village" or
   * "Number of people"; failing that, for names, the only one that begins with a word and goes on
   * with what is no other column's; empty when none does.
   */
  public static String guess(LayerKind kind, String role, Collection<String> present) {
    String own = WORDS.getProperty(kind.label() + "." + role);
    String words = (own == null ? "" : own + ",") + WORDS.getProperty(role, "");
    Map<String, String> columns = new HashMap<>();
    present.forEach(column -> columns.putIfAbsent(plain(column), column));
    String column = first(words, columns);
    column = column.isEmpty() ? first(words, latest(present)) : column;
    column = column.isEmpty() ? phrase(role, words, present) : column;
    column = column.isEmpty() ? inUnits(Measure.of(role), words, present) : column;
    column = column.isEmpty() && role.equals("population") ? households(present) : column;
    column = column.isEmpty() && role.equals("name") ? beginning(kind, words, present) : column;
    return column.isEmpty() && role.equals("name") ? several(words, present) : column;
  }

  /** The column whose heading is several words for one thing: "County / Sub-County". */
  private static String several(String words, Collection<String> present) {
    Set<String> known = new HashSet<>();
    Arrays.stream(words.split("\\s*,\\s*")).map(ColumnNames::plain).forEach(known::add);
    known.remove("");
    return present.stream()
        .filter(
            column -> {
              String[] parts = OR.split(column.strip());
              return parts.length > 1
                  && Arrays.stream(parts).map(ColumnNames::plain).allMatch(known::contains);
            })
        .findFirst()
        .orElse("");
  }

  /**
   * Adds columns that cells tell where no name does: the one whose short cells speak of generations
   * of mobile networks, as one called "Calque" may, and folders that are called after what stands
   * in them.
   *
   * @param guessed declared columns with those that names tell, which stay
   */
  public static void byCells(
      LayerKind kind, Map<String, String> guessed, Collection<Feature> rows) {
    for (String role : FolderPath.ROLES) {
      boolean open = kind.roles().contains(role) && guessed.getOrDefault(role, "").isEmpty();
      if (open && areCalled(role, rows)) {
        guessed.put(role, FolderPath.COLUMN);
      }
    }
    if (kind == LayerKind.COVERAGE && guessed.getOrDefault("generation", "").isEmpty()) {
      generation(guessed, rows);
    }
  }

  /** Whether half of the rows or more lie in folders that say what a declared column means. */
  private static boolean areCalled(String role, Collection<Feature> rows) {
    long called =
        rows.stream()
            .map(row -> row.attributes().get(FolderPath.COLUMN))
            .filter(path -> path != null && !FolderPath.part(role, path.toString()).isEmpty())
            .count();
    return called > 0 && called * 2 >= rows.size();
  }

  private static void generation(Map<String, String> guessed, Collection<Feature> rows) {
    Map<String, int[]> columns = new LinkedHashMap<>();
    for (Feature row : rows) {
      row.attributes()
          .forEach(
              (column, cell) -> {
                if (cell instanceof String text && !text.isBlank()) {
                  int[] counts = columns.computeIfAbsent(column, none -> new int[2]);
                  boolean brief = text.strip().length() <= LONGEST_GENERATION;
                  counts[0]++;
                  counts[1] += brief && GENERATION.matcher(text.strip()).lookingAt() ? 1 : 0;
                }
              });
    }
    columns.entrySet().stream()
        .filter(each -> !guessed.containsValue(each.getKey()))
        .filter(each -> each.getValue()[1] > 0 && each.getValue()[1] * 2 >= each.getValue()[0])
        .findFirst()
        .ifPresent(each -> guessed.put("generation", each.getKey()));
  }

  private static String phrase(String role, String words, Collection<String> present) {
    Map<List<String>, String> columns = new HashMap<>();
    for (String column : present) {
      if (!isMarked(column) || isShare(role)) {
        columns.merge(
            core(role, column),
            column,
            (one, other) -> year(other).compareTo(year(one)) > 0 ? other : one);
      }
    }
    columns.remove(List.<String>of());
    for (String word : words.split("\\s*,\\s*")) {
      String column = columns.get(core(role, word));
      if (column != null) {
        return column;
      }
    }
    return "";
  }

  /** The column that a word names in another unit: "Distance to grid (miles)". */
  private static String inUnits(Measure measure, String words, Collection<String> present) {
    Map<List<String>, String> columns = new HashMap<>();
    for (String column : measure == null ? List.<String>of() : present) {
      if (!measure.unitOf(column).isEmpty()) {
        columns.putIfAbsent(measured(measure, column), column);
      }
    }
    columns.remove(List.<String>of());
    for (String word : words.split("\\s*,\\s*")) {
      String column = columns.get(measured(measure, word));
      if (column != null) {
        return column;
      }
    }
    return "";
  }

  private static List<String> measured(Measure measure, String heading) {
    if (measure == null) {
      return List.of();
    }
    List<String> core = measure.withoutUnits(heading);
    core.removeAll(FILLING);
    return core;
  }

  private static String beginning(LayerKind kind, String words, Collection<String> present) {
    Set<String> others = new HashSet<>();
    for (String role : kind.roles()) {
      if (!role.equals("name")) {
        others.addAll(tokens(WORDS.getProperty(kind.label() + "." + role, "")));
        others.addAll(tokens(WORDS.getProperty(role, "")));
      }
    }
    Set<String> found = new HashSet<>();
    for (String column : present) {
      List<String> said = core("name", column);
      for (String word : words.split("\\s*,\\s*")) {
        List<String> known = core("name", word);
        int length = known.size();
        boolean begins =
            length > 0 && said.size() > length && said.subList(0, length).equals(known);
        if (begins && Collections.disjoint(said.subList(length, said.size()), others)) {
          found.add(column);
        }
      }
    }
    return found.size() == 1 ? found.iterator().next() : "";
  }

  private static boolean isShare(String role) {
    return role.endsWith("Ratio");
  }

  /**
   * What a heading speaks of, without years and words that only say that it is named or counted.
   */
  private static List<String> core(String role, String heading) {
    List<String> core = new ArrayList<>(tokens(APPENDED.matcher(heading).replaceAll(" ")));
    core.removeAll(FILLING);
    core.removeAll(role.equals("population") ? COUNTING : isShare(role) ? SHARING : NAMING);
    return core;
  }

  /** Words in small letters without accents, those in CamelCase too. */
  public static List<String> tokens(String text) {
    String parted = CAMELS.matcher(text).replaceAll(" ");
    String plain = Normalizer.normalize(parted, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String bare = FOOTNOTES.matcher(ACCENTS.matcher(plain).replaceAll("")).replaceAll("");
    return Arrays.stream(BETWEEN.split(bare)).filter(token -> !token.isEmpty()).toList();
  }

  private static String first(String words, Map<String, String> columns) {
    for (String word : words.split("\\s*,\\s*")) {
      String column = word.isEmpty() ? null : columns.get(plain(word));
      if (column != null) {
        return column;
      }
    }
    return "";
  }

  /** Columns whose names hold a year, and no per cent, by what else they say. */
  private static Map<String, String> latest(Collection<String> present) {
    Map<String, String> columns = new HashMap<>();
    for (String column : present) {
      if (YEAR.matcher(column).find() && column.indexOf('%') < 0) {
        columns.merge(
            plain(YEAR.matcher(column).replaceAll(" ")),
            column,
            (one, other) -> year(other).compareTo(year(one)) > 0 ? other : one);
      }
    }
    return columns;
  }

  private static String year(String column) {
    Matcher year = YEAR.matcher(column);
    return year.find() ? year.group() : "";
  }

  private static String plain(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(lower).replaceAll("");
  }

  private static Properties load() {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(
            ColumnNames.class.getResourceAsStream("columns.properties"), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return words;
  }
}
