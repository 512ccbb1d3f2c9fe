package org.kiungo.geodata.settle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A file to join to settlements, and what it is taken to mean.
 *
 * @param name what the user calls it: roads, grid, schools, coverage-4g, nightLight …
 * @param file in any format that is read
 */
public record AttributeSource(String name, Path file) {

  /** Names of layers of rows, with the kind that reads them and the attribute they give. */
  private static final Map<String, Meaning> LAYERS = layers();

  /** Words of file names that tell a meaning; the surest first. */
  private static final Map<String, Pattern> WORDS = words();

  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  /** How a layer of rows is read and what it gives. */
  record Meaning(LayerKind kind, String attribute) {}

  /**
   * Reads {@code NAME=FILE}, or a bare file whose name tells its meaning.
   *
   * @throws InputRefused if the name is no layer's and no attribute's, or a bare file's name tells
   *     nothing, or several things
   */
  public static AttributeSource parse(String text) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      return named(text.substring(0, equals).strip(), Path.of(text.substring(equals + 1)));
    }
    return guess(Path.of(text));
  }

  /** A file with its stated meaning; an empty name is guessed from the file's. */
  public static AttributeSource named(String name, Path file) {
    if (name.isEmpty()) {
      return guess(file);
    }
    if (!LAYERS.containsKey(name) && !ATTRIBUTE.matcher(name).matches()) {
      throw new InputRefused("attributes.name", "found", name, "allowed", allowed());
    }
    return new AttributeSource(name, file);
  }

  private static AttributeSource guess(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    List<String> told = new ArrayList<>();
    WORDS.forEach(
        (meaning, words) -> {
          if (words.matcher(name).find()) {
            told.add(meaning);
          }
        });
    if (told.isEmpty()) {
      throw new InputRefused(
          "attributes.unnamed", "file", file.getFileName() + "", "allowed", allowed());
    }
    return new AttributeSource(told.get(0), file);
  }

  private static String allowed() {
    return String.join(", ", LAYERS.keySet());
  }

  /** How the rows are read; null when the name is a raster's attribute. */
  Meaning meaning() {
    return LAYERS.get(name);
  }

  /** The generation that a name like coverage-4g states, else empty. */
  String statedGeneration() {
    return name.matches("coverage-[2-5]g") ? name.substring("coverage-".length()) : "";
  }

  private static Map<String, Meaning> layers() {
    Map<String, Meaning> layers = new LinkedHashMap<>();
    layers.put("boundaries", new Meaning(LayerKind.BOUNDARIES, "district"));
    layers.put("roads", new Meaning(LayerKind.ROADS, "distanceToRoadKm"));
    layers.put("grid", new Meaning(LayerKind.GRID, "distanceToGridKm"));
    layers.put("fibre-lines", new Meaning(LayerKind.FIBRE_LINES, "distanceToFibreKm"));
    layers.put("nodes", new Meaning(LayerKind.NODES, "distanceToNodeKm"));
    layers.put(
        "exchange-points", new Meaning(LayerKind.EXCHANGE_POINTS, "distanceToExchangePointKm"));
    layers.put("landing-points", new Meaning(LayerKind.LANDING_POINTS, "distanceToLandingPointKm"));
    layers.put("towers", new Meaning(LayerKind.TOWERS, "distanceToTowerKm"));
    layers.put("coverage", new Meaning(LayerKind.COVERAGE, ""));
    for (String generation : List.of("2g", "3g", "4g", "5g")) {
      layers.put("coverage-" + generation, new Meaning(LayerKind.COVERAGE, ""));
    }
    layers.put("schools", new Meaning(LayerKind.FACILITIES, "schools"));
    layers.put("health", new Meaning(LayerKind.FACILITIES, "healthSites"));
    layers.put("government", new Meaning(LayerKind.FACILITIES, "governmentSites"));
    layers.put("universities", new Meaning(LayerKind.FACILITIES, "universities"));
    layers.put("facilities", new Meaning(LayerKind.FACILITIES, "facilities"));
    return layers;
  }

  private static Map<String, Pattern> words() {
    Map<String, Pattern> words = new LinkedHashMap<>();
    String[][] table = {
      {"nightLight", "night|ntl|viirs|nuit|noturn"},
      {"travelTimeMin", "travel|accessib|trajet|viagem"},
      {"elevationM", "elevation|srtm|(?<![a-z])d[et]m(?![a-z])|altitude|relief"},
      {"coverage-5g", "5g"},
      {"coverage-4g", "4g|lte"},
      {"coverage-3g", "3g|umts"},
      {"coverage-2g", "2g|gsm"},
      {"coverage", "coverage|couverture|cobertura"},
      {"schools", "school|ecole|école|escola|shule"},
      {"health", "health|hospital|clinic|sante|santé|saude|saúde|afya"},
      {"universities", "universit|universid"},
      {"landing-points", "landing|atterr"},
      {"exchange-points", "ixp|exchange"},
      {"towers", "tower|mast|antenna|opencellid|cell.?site|pylone|torre|mnara"},
      {"nodes", "node|noeud|nós"},
      {"fibre-lines", "fibre|fiber|fibra|span|backbone|watra.*lines"},
      {"roads", "road|highway|route|estrada|barabara"},
      {"grid", "grid|power|electri|électri|eletri|umeme"},
      {"boundaries", "admin|count(y|ies)|district|bound|region|province|limite|gadm|wilaya"},
      {"facilities", "facilit|poi|etablissement"}
    };
    for (String[] row : table) {
      words.put(row[0], Pattern.compile(row[1]));
    }
    return words;
  }
}
