package org.kiungo.geodata.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Layers with the same columns as one, as a workbook's sheets of one region each: a column more
 * says of which layer a row is, and rows are numbered on from layer to layer.
 */
public final class JoinedLayers implements FeatureConsumer {

  /** Heads the column of layers' names, since these mostly are regions'. */
  private static final String REGION = "Region";

  /** The same where the layers have a column so called. */
  private static final String SHEET = "Sheet";

  /** A number with a mark that parts nothing but decimals. */
  private static final Pattern PARTED = Pattern.compile("\\s*[-+]?\\d+[.,]\\d+\\s*");

  /** Words that layers share and that part one region from another all the same. */
  private static final Set<String> DIRECTIONS =
      Set.of(
          "north", "south", "east", "west", "central", "nord", "sud", "est", "ouest", "centre",
          "norte", "sul", "sur", "este", "oeste", "leste", "centro");

  private final SourceFile file;
  private final ReadOptions options;
  private final FeatureConsumer out;
  private final Map<String, String> spelled = new LinkedHashMap<>();
  private String column = "";
  private String region = "";
  private boolean firstComma;
  private boolean comma;
  private long rows;
  private long before;
  private long last;

  JoinedLayers(SourceFile file, ReadOptions options, FeatureConsumer out) {
    this.file = file;
    this.options = options;
    this.out = out;
  }

  /** By what columns are the same, however they are spelled and in whatever order. */
  public static String key(List<String> columns) {
    return String.join("\n", new TreeSet<>(columns.stream().map(JoinedLayers::plain).toList()));
  }

  /** The heading of the column of layers' names beside others. */
  public static String column(List<String> columns) {
    boolean taken = columns.stream().map(JoinedLayers::plain).anyMatch(plain(REGION)::equals);
    return taken ? SHEET : REGION;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Override
  public void layer(LayerSchema begun) {
    before += last;
    last = 0;
    region = own(begun.name(), options.joined());
    comma = begun.decimalComma();
    if (!column.isEmpty()) {
      return;
    }
    begun.columns().forEach(each -> spelled.put(plain(each), each));
    column = column(begun.columns());
    firstComma = comma;
    List<String> columns = new ArrayList<>(begun.columns());
    columns.add(column);
    out.layer(
        new LayerSchema(
            options.layer(),
            begun.crs(),
            begun.encoding(),
            begun.decimalComma(),
            columns,
            begun.coordinatesInColumns()));
    String names = String.join(", ", options.joined());
    out.finding(
        Finding.of(Finding.Severity.INFO, "layersJoined", file, options.layer())
            .withColumn(column)
            .withValue(names, options.joined().size() + ""));
  }

  @Override
  public void feature(Feature feature) {
    rows++;
    last = Math.max(last, feature.line());
    Map<String, Object> cells = new LinkedHashMap<>();
    feature
        .attributes()
        .forEach((name, cell) -> cells.put(spelled.getOrDefault(plain(name), name), same(cell)));
    cells.put(column, region);
    out.feature(
        new Feature(rows, before + feature.line(), feature.id(), feature.geometry(), cells));
  }

  /** What a layer is called that the others are not: "Nord" of "RGPH 2024 Nord". */
  private static String own(String layer, List<String> names) {
    List<String> words = Arrays.asList(layer.split(" "));
    int from = 0;
    int to = words.size();
    while (from < to - 1
        && !isDirection(words.get(from))
        && all(names, String.join(" ", words.subList(0, from + 1)) + " ", String::startsWith)) {
      from++;
    }
    while (to > from + 1
        && !isDirection(words.get(to - 1))
        && all(
            names, " " + String.join(" ", words.subList(to - 1, words.size())), String::endsWith)) {
      to--;
    }
    return String.join(" ", words.subList(from, to));
  }

  private static boolean isDirection(String word) {
    return DIRECTIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean all(List<String> names, String part, BiPredicate<String, String> has) {
    return names.stream().allMatch(each -> has.test(each, part));
  }

  /** A cell with the decimal mark of the first layer, since all are read with that. */
  private Object same(Object cell) {
    boolean parted =
        comma != firstComma && cell instanceof String text && PARTED.matcher(text).matches();
    return parted ? cell.toString().replace(comma ? ',' : '.', firstComma ? ',' : '.') : cell;
  }

  @Override
  public void finding(Finding finding) {
    out.finding(finding.row() > 0 ? finding.withRow(before + finding.row()) : finding);
  }
}
