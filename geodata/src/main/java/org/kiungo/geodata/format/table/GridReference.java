package org.kiungo.geodata.format.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place of the Universal Transverse Mercator grid in one cell: with its zone before or behind it,
 * "31N 452345 712345", or as the military grid (MGRS) writes it, "31NCG0333578111".
 *
 * @param zone of those that Africa and its islands reach into
 * @param eastingM 100,000 to 899,999
 * @param northingM as the hemisphere counts it: those of the south begin behind 6,000,000
 * @param isMilitary whether squares of 100 km are named, which is done on WGS 84 alone
 * @see <a href="https://earth-info.nga.mil/">National Geospatial-Intelligence Agency, The Universal
 *     Grids and the Transverse Mercator and Polar Stereographic Map Projections,
 *     NGA.SIG.0012_2.0.0_UTMUPS, 2014</a>
 */
record GridReference(int zone, double eastingM, double northingM, boolean isMilitary) {

  /** Fewer cells are alike by chance. */
  private static final int FEWEST = 3;

  private static final String ZONE =
      "(?<word>(?:utm|wgs[ -]?84|zone|fuseau|fuso|huso|kanda|نطاق|المنطقة)[ :._-]*)*(?<zone>\\d{1,2})"
          + " ?(?<side>north|nord|norte|south|sud|sul|sur|شمال|جنوب|[HJ-NP-S])?";

  private static final String EASTING =
      "(?:[EX][ :=]*)?0?(?<east>\\d{3} ?\\d{3}(?:[.,]\\d+)?) ?(?:m ?)?E?";

  private static final String NORTHING =
      "(?:[NY][ :=]*)?0?(?<north>\\d{1,2} \\d{3} \\d{3}|\\d{3} \\d{3}|\\d{1,8}(?:[.,]\\d+)?) ?(?:m ?)?N?";

  private static final String APART = "[ ,;:/|()-]+";

  private static final List<Pattern> UTM =
      List.of(
          pattern(ZONE + APART + EASTING + APART + NORTHING),
          pattern(EASTING + APART + NORTHING + APART + ZONE + "\\)?"));

  /** Figures of one kilometre or finer: a square of ten is no place. */
  private static final Pattern MILITARY =
      pattern("(\\d{1,2}) ?([HJ-NP-S]) ?([A-HJ-NP-Z])([A-HJ-NP-V]) ?(\\d{2,5}) ?(\\d{2,5})");

  /** Of all of the Earth, though Africa lies in those from H to S. */
  private static final String BANDS = "CDEFGHJKLMNPQRSTUVWX";

  private static final String COLUMNS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String ROWS = "ABCDEFGHJKLMNPQRSTUV";

  /** Columns of a zone; the letters begin again every third. */
  private static final int ZONE_COLUMNS = 8;

  /** Rows of even zones begin by F at the equator. */
  private static final int EVEN_ROWS = 5;

  private static final double SQUARE_M = 100_000;
  private static final double CYCLE_M = 2_000_000;
  private static final double SOUTH_FALSE_NORTHING_M = 1e7;
  private static final double BETWEEN_NORTHINGS_M = 5e6;

  /** A degree of latitude on the grid, in the middle of Africa and at its ends. */
  private static final double DEGREE_M = 110_700;

  /** A band has eight degrees. */
  private static final double BAND_M = 8 * DEGREE_M;

  private static final int FIGURES = 5;

  private static final int LONGEST = 64;

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether nearly all of several cells can be nothing else. */
  static boolean areReferences(List<String> cells) {
    long places = cells.stream().filter(each -> of(each) != null).count();
    return places >= FEWEST && places * 5 >= cells.size() * 4;
  }

  /**
   * The one that a cell writes; null for none, for a zone that is none of Africa's, and where the
   * letter behind the zone is neither its band nor its hemisphere.
   */
  static GridReference of(String cell) {
    if (cell.length() > LONGEST) {
      return null;
    }
    String text = cell.replaceAll("[\\p{Z}\\t\\n'’]+", " ").strip();
    Matcher military = MILITARY.matcher(text);
    if (military.matches()) {
      return military(military);
    }
    for (Pattern each : UTM) {
      Matcher utm = each.matcher(text);
      boolean told = utm.matches() && (utm.group("side") != null || utm.group("word") != null);
      if (told) {
        return utm(utm);
      }
    }
    return null;
  }

  private static GridReference utm(Matcher said) {
    int zone = UtmZones.of(said.group("zone"));
    double eastingM = metres(said.group("east"));
    double northingM = metres(said.group("north"));
    String side = said.group("side") == null ? "" : said.group("side").toUpperCase(Locale.ROOT);
    boolean placed = eastingM >= SQUARE_M && northingM < SOUTH_FALSE_NORTHING_M;
    return zone > 0 && placed && fits(side, northingM)
        ? new GridReference(zone, eastingM, northingM, false)
        : null;
  }

  private static double metres(String figures) {
    return Double.parseDouble(figures.replace(" ", "").replace(',', '.'));
  }

  /** Whether a northing is one of the band or hemisphere; N and S may mean either. */
  private static boolean fits(String side, double northingM) {
    boolean south = northingM > BETWEEN_NORTHINGS_M;
    if (side.isEmpty()) {
      return true;
    }
    boolean hemisphere =
        side.startsWith("S") || side.startsWith("ج")
            ? south
            : (side.startsWith("N") || side.startsWith("ش")) && !south;
    if (hemisphere || side.length() > 1) {
      return hemisphere;
    }
    double leastM = beginsM(side.charAt(0));
    return northingM > leastM - SQUARE_M && northingM < leastM + BAND_M + SQUARE_M;
  }

  /** Where a band begins, to the square. */
  private static double beginsM(char band) {
    double degrees = 8.0 * BANDS.indexOf(band) - 80;
    double northingM = degrees * DEGREE_M + (degrees < 0 ? SOUTH_FALSE_NORTHING_M : 0);
    return Math.floor(northingM / SQUARE_M) * SQUARE_M;
  }

  private static GridReference military(Matcher said) {
    int zone = UtmZones.of(said.group(1));
    char band = Character.toUpperCase(said.group(2).charAt(0));
    int column = COLUMNS.indexOf(Character.toUpperCase(said.group(3).charAt(0)));
    int row = ROWS.indexOf(Character.toUpperCase(said.group(4).charAt(0)));
    String[] figures = figures(said.group(5) + said.group(6));
    if (zone == 0 || figures == null || column / ZONE_COLUMNS != (zone - 1) % 3) {
      return null;
    }
    int evenRows = zone % 2 == 0 ? ROWS.length() - EVEN_ROWS : 0;
    double squareM = (row + evenRows) % ROWS.length() * SQUARE_M;
    double leastM = beginsM(band);
    while (squareM < leastM) {
      squareM += CYCLE_M;
    }
    return squareM > leastM + BAND_M
        ? null
        : new GridReference(
            zone,
            (column % ZONE_COLUMNS + 1) * SQUARE_M + middleM(figures[0]),
            squareM + middleM(figures[1]),
            true);
  }

  /** As many of either; null where they cannot be parted. */
  private static String[] figures(String both) {
    int half = both.length() / 2;
    return both.length() % 2 == 0
        ? new String[] {both.substring(0, half), both.substring(half)}
        : null;
  }

  /** Of the square that figures mean, which cut off what is finer; those of metres stay. */
  private static double middleM(String figures) {
    double sideM = Math.pow(10, FIGURES - figures.length());
    return Double.parseDouble(figures) * sideM + (sideM > 1 ? sideM / 2 : 0);
  }
}
