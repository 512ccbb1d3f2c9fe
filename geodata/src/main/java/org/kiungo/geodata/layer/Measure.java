package org.kiungo.geodata.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.table.NumberText;

/**
 * What a column measures, and the units in which files write it: beside the number in a cell, else
 * in the heading. Units are words, in English, French, Portuguese, Spanish and Arabic.
 */
enum Measure {
  LENGTH_M(
      "m",
      "m metre metres meter meters metro metros mtr mtrs متر / 1"
          + ", cm centimetre centimetres centimeter centimeters centimetro centimetros / 100"
          + ", km kilometre kilometres kilometer kilometers quilometro quilometros kilometro"
          + " kilometros كم * 1000"
          + ", ft foot feet pied pieds pe pes pie pies * 0.3048"),
  DISTANCE_KM(
      "km",
      "km kms kilometre kilometres kilometer kilometers quilometro quilometros kilometro"
          + " kilometros كم / 1"
          + ", m metre metres meter meters metro metros mtr mtrs متر / 1000"
          + ", mi mile miles mille milles milha milhas milla millas * 1.609344"
          + ", ft foot feet pied pieds pe pes pie pies * 0.0003048"),
  AREA_KM2(
      "km²",
      "km2 km² sqkm kmsq كم2 كم² / 1"
          + ", m2 m² sqm / 1000000"
          + ", ha hectare hectares hectar hectarea hectareas هكتار / 100"
          + ", acre acres * 0.0040468564224"
          + ", mi2 mi² sqmi * 2.589988110336"),
  VOLTAGE_KV("kV", "kv kilovolt kilovolts quilovolt quilovolts / 1, v volt volts فولت / 1000"),
  CAPACITY_MBPS(
      "Mbps",
      "mbps mbit mbits mb / 1, kbps kbit kbits kb / 1000, gbps gbit gbits gb gig giga * 1000"
          + ", tbps tbit tbits tb tera * 1000000");

  /** A number and what may be its unit. */
  private static final Pattern QUANTITY =
      Pattern.compile("(.*?[\\d.,])\\s*(\\p{L}[\\p{L}²2]*)\\.?");

  private static final Pattern FIGURES =
      Pattern.compile("(?<![-\\d.,])(\\d+(?:[.,]\\d+)?)(?:\\s*(\\p{L}+))?");

  private static final Pattern SQUARED =
      Pattern.compile(
          "(?i)(?:(?<!\\p{L})(?:sq|square)[ ._]*)(km|mi|m)(?!\\p{L})"
              + "|(?<!\\p{L})(k?m)(?:\\^2| carr[ée]s?| quadrados?| cuadrados?)");

  private static final Pattern PER_SECOND =
      Pattern.compile("(?i)(?<!\\p{L})([kmgt])(?:b|bits?)\\s?/\\s?s(?:ec)?(?!\\p{L})");

  private static final Pattern SQUARES =
      Pattern.compile("(?i)square[ _]kilomet(?:re|er)s?|kilom[èe]tres?[ _]carr[ée]s?");

  /** Headings are few and cells many. */
  private static final int MOST_HEADINGS = 1000;

  /** A comma that no thousands can stand behind. */
  private static final Pattern DECIMALS =
      Pattern.compile("[-+]?(?:0?,\\d+|\\d+,(?:\\d{1,2}|\\d{4,}))");

  /** Thousands are parted by spaces. */
  private static final String PARTED = "(?<=\\d)[ \u00a0\u202f](?=\\d{3}\\b)";

  private static final Map<String, Measure> OF_COLUMN =
      Map.of(
          "heightM", LENGTH_M,
          "distanceToGridKm", DISTANCE_KM,
          "areaKm2", AREA_KM2,
          "inhabitedKm2", AREA_KM2,
          "voltageKv", VOLTAGE_KV,
          "capacityMbps", CAPACITY_MBPS);

  private final String own;
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, String> headings = new ConcurrentHashMap<>();

  /**
   * By what a figure is divided or multiplied; a division by a power of ten is exact to the bit.
   */
  private record Unit(double factor, boolean divides) {
    double of(double figure) {
      return divides ? figure / factor : figure * factor;
    }
  }

  Measure(String own, String units) {
    this.own = own;
    for (String each : units.split(", ")) {
      String[] parts = each.split(" (?=[/*] )");
      Unit unit = new Unit(Double.parseDouble(parts[1].substring(2)), parts[1].startsWith("/"));
      for (String word : parts[0].split(" ")) {
        this.units.put(word, unit);
      }
    }
  }

  /** What a declared column measures; null where that needs no unit. */
  static Measure of(String role) {
    return OF_COLUMN.get(role);
  }

  /** The unit in which it is kept. */
  String unit() {
    return own;
  }

  /** The unit that a heading names, as it is written there; empty for none. */
  String unitOf(String heading) {
    if (headings.size() > MOST_HEADINGS) {
      headings.clear();
    }
    return headings.computeIfAbsent(heading, this::named);
  }

  private String named(String heading) {
    String found = "";
    for (String word : ColumnNames.tokens(squared(heading))) {
      found = units.containsKey(word) ? word : found;
    }
    return found;
  }

  /** Whether a unit is another one than that in which it is kept. */
  boolean differs(String unit) {
    return !unit.isEmpty() && units.get(unit).of(1) != 1;
  }

  /** Words of a heading without units. */
  List<String> withoutUnits(String heading) {
    List<String> words = new ArrayList<>(ColumnNames.tokens(squared(heading)));
    words.removeIf(units::containsKey);
    return words;
  }

  /** "sq km", "km carrés" and "square kilometres" are one word. */
  private static String squared(String heading) {
    String bits = PER_SECOND.matcher(heading).replaceAll("$1bps"); // "10 Gbit/s"
    String volts = bits.replace("kV", "kv"); // no camel's hump
    return SQUARES.matcher(SQUARED.matcher(volts).replaceAll("$1$2²")).replaceAll("km²");
  }

  /**
   * Reads a cell.
   *
   * @param heading names the unit of cells that name none
   */
  NumberText read(Object cell, String heading, boolean decimalComma) {
    Matcher said = quantity(cell);
    String unit = said == null ? unitOf(heading) : unitOf(said);
    Object figure = said == null ? cell : said.group(1);
    boolean comma = figure instanceof String text && DECIMALS.matcher(text.strip()).matches();
    NumberText number = NumberText.of(figure, decimalComma || comma);
    return unit.isEmpty()
        ? number
        : new NumberText(units.get(unit).of(number.value()), number.problem());
  }

  /** Whether a cell names another unit than that in which its value is kept. */
  boolean isTold(Object cell) {
    Matcher said = quantity(cell);
    return said != null && differs(unitOf(said));
  }

  /** A number and its unit in a cell that names one, else null. */
  private Matcher quantity(Object cell) {
    if (!(cell instanceof String text)
        || text.isEmpty()
        || isFigure(text.charAt(text.length() - 1))) {
      return null;
    }
    Matcher said = QUANTITY.matcher(squared(text.strip()));
    return said.matches() && units.containsKey(unitOf(said)) ? said : null;
  }

  private static String unitOf(Matcher said) {
    return CellWords.plain(said.group(2)).strip();
  }

  private static boolean isFigure(char last) {
    return last >= '0' && last <= '9';
  }

  /**
   * The lowest figure of a text that tells several.
   *
   * @param heading names the unit of figures that name none
   * @param most no figure of the unit in which it is kept is larger: one without any unit that is,
   *     is told in its thousandth
   * @return not a number where it tells none
   */
  double lowest(String text, String heading, double most) {
    Matcher each = FIGURES.matcher(text.replaceAll(PARTED, ""));
    double lowest = Double.NaN;
    while (each.find()) {
      double figure = Double.parseDouble(each.group(1).replace(',', '.'));
      Unit said = each.group(2) == null ? null : units.get(CellWords.plain(each.group(2)));
      Unit unit = said == null ? units.get(unitOf(heading)) : said;
      boolean stated = said != null || unit != null && differs(unitOf(heading));
      double told = stated ? unit.of(figure) : figure > most ? figure / 1000 : figure;
      lowest = Double.isNaN(lowest) ? told : Math.min(lowest, told);
    }
    return lowest;
  }
}
