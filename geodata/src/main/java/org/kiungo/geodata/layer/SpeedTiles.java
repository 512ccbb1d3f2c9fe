package org.kiungo.geodata.layer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Speed tests of a quarter by tile, as Ookla publishes them: tiles of zoom level 16, with what the
 * tests in them measured on average.
 *
 * @see <a href="https://github.com/teamookla/ookla-open-data">Ookla Open Data</a>
 */
public final class SpeedTiles {

  /** Mean download of a tile's tests, kbps. */
  public static final String DOWNLOAD_KBPS = "avg_d_kbps";

  /** Tests taken in the tile. */
  public static final String TESTS = "tests";

  /**
   * Mean download from which tests say that mobile broadband serves their tile, kbps: the 10 Mbps
   * of the standard that plans bring by default. Less may be 3G, or 4G that is full.
   */
  public static final double LEAST_KBPS = 10_000;

  /** Columns that no other table has together. */
  private static final Set<String> COLUMNS = Set.of(DOWNLOAD_KBPS, TESTS, "devices");

  private static final Set<String> KINDS =
      Set.of("type", "service", "service_type", "network", "layer");

  private static final Pattern MOBILE = Pattern.compile("(?i)mobile|cellular");
  private static final Pattern FIXED = Pattern.compile("(?i)fixed|wi-?fi");

  /** Over which networks the tests ran. */
  public enum Access {
    /** They are evidence of mobile coverage. */
    MOBILE,
    /** They say nothing of it. */
    FIXED,
    /** Neither the file's name nor a column says it. */
    UNSAID
  }

  private SpeedTiles() {}

  /** Whether a row with these columns is such a tile. */
  public static boolean is(Collection<String> columns) {
    return columns.stream()
        .map(each -> each.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet())
        .containsAll(COLUMNS);
  }

  /**
   * What a file says of its tests.
   *
   * @param names of the file and of its layer
   * @param rows some of it, by column
   */
  public static Access access(List<String> names, Collection<? extends Map<String, ?>> rows) {
    List<String> said = new ArrayList<>();
    for (Map<String, ?> row : rows) {
      row.forEach(
          (column, cell) -> {
            if (cell != null && KINDS.contains(column.strip().toLowerCase(Locale.ROOT))) {
              said.add(cell.toString());
            }
          });
    }
    Access told = of(said);
    return told == Access.UNSAID ? of(names) : told;
  }

  /** What words say; unsaid where they say both. */
  private static Access of(List<String> words) {
    boolean mobile = words.stream().anyMatch(each -> MOBILE.matcher(each).find());
    boolean fixed = words.stream().anyMatch(each -> FIXED.matcher(each).find());
    return mobile == fixed ? Access.UNSAID : mobile ? Access.MOBILE : Access.FIXED;
  }
}
