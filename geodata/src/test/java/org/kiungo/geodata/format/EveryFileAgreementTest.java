package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Files of the test data, whatever they are, all of them in the exhaustive run: what {@code
 * inspect} says of it beside what gdalinfo or ogrinfo of the same machine say, on counts,
 * coordinate systems and extents. Files that both open must agree; files that one of them refuses
 * are listed with the reason; every difference is explained in {@code gdal-differences.properties}.
 * The table is {@code target/gdal-agreement.tsv}. No file may crash the reader or hold it for good.
 */
@Tag("slow")
class EveryFileAgreementTest {

  /** Parts of other files, prose, and listings that are read through their main file. */
  private static final List<String> PARTS =
      List.of(
          ".shx",
          ".prj",
          ".cpg",
          ".qix",
          ".sbn",
          ".sbx",
          ".qpj",
          ".xml",
          ".txt",
          ".md",
          ".tfw",
          ".wld",
          ".gri",
          ".ovr",
          ".html",
          ".py",
          ".dat",
          ".tex",
          ".msk",
          ".properties");

  /** Folders that hold no maps: parser suites and optimisation instances. */
  private static final List<String> OTHER =
      List.of("/jsontestsuite/", "/data/benchmarks/", "/validation/steinlib/");

  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** A plain run looks at one of so many files of each ending, at one at least. */
  private static final int TAKEN_ONE_OF = 10;

  /** One line of the table. */
  private record Line(String file, String gdal, String ours, String difference) {}

  @Test
  void whatBothOpenTheyDescribeAlike() throws IOException {
    assumeTrue(Gdal.isInstalled(), "skipped: gdalinfo is not installed");
    Path root = TestData.path("README.md").getParent();
    Properties explained = new Properties();
    try (var in = EveryFileAgreementTest.class.getResourceAsStream("gdal-differences.properties")) {
      explained.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files =
          all.filter(Files::isRegularFile).filter(EveryFileAgreementTest::whole).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(300);
    List<Line> lines =
        taken(root, files).parallelStream().map(file -> compare(root, file, explained)).toList();
    StringBuilder table = new StringBuilder("file\tGDAL\tKiungo\tdifference explained\n");
    for (Line line : lines) {
      table.append(String.join("\t", line.file(), line.gdal(), line.ours(), line.difference()));
      table.append('\n');
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/gdal-agreement.tsv"), table);
    List<String> unexplained = new ArrayList<>();
    lines.stream()
        .filter(line -> line.difference().startsWith("?"))
        .forEach(line -> unexplained.add(line.file() + " " + line.difference()));
    assertThat(unexplained).isEmpty();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(files.size() / TAKEN_ONE_OF);
  }

  /** A part of the files of every ending; asking GDAL of all takes a minute of a processor. */
  private static List<Path> taken(Path root, List<Path> files) {
    Map<String, List<Path>> byEnding =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    EveryFileAgreementTest::ending, TreeMap::new, Collectors.toList()));
    return byEnding.entrySet().stream()
        .flatMap(
            each -> {
              List<Path> all = each.getValue();
              int count = (all.size() + TAKEN_ONE_OF - 1) / TAKEN_ONE_OF;
              return SeededSample.of(
                  "files " + each.getKey(), all, count, file -> root.relativize(file).toString())
                  .stream();
            })
        .toList();
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.'));
  }

  private static boolean whole(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean beside =
        name.endsWith(".dbf") && Files.exists(sibling(file, "shp"))
            || name.endsWith(".dbf.gz")
            || name.endsWith(".grd") && Files.exists(sibling(file, "gri"));
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return PARTS.stream().noneMatch(unpacked::endsWith)
        && name.contains(".")
        && !beside
        && OTHER.stream().noneMatch(file.toString()::contains);
  }

  private static Path sibling(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + extension);
  }

  private static Line compare(Path root, Path file, Properties explained) {
    String name = root.relativize(file).toString();
    Description gdal = Gdal.describe(file);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long begun = clock.getCurrentThreadCpuTime();
    Description ours = ours(file);
    boolean hung = clock.getCurrentThreadCpuTime() - begun > LONGEST.toNanos();
    String slow = hung ? " took more than two minutes of a processor" : "";
    List<String> unexplained = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String differs : gdal.differencesFrom(ours)) {
      String why = explained(explained, name, differs);
      (why.isEmpty() ? unexplained : reasons).add(differs + (why.isEmpty() ? "" : ": " + why));
    }
    String difference =
        unexplained.isEmpty() ? String.join("; ", reasons) : "? " + String.join("; ", unexplained);
    return new Line(
        name, gdal.toString(), ours.toString(), slow.isEmpty() ? difference : "?" + slow);
  }

  /**
   * Keys are a path, or {@code *} and an ending; behind a {@code |} may stand the one kind of
   * difference that is explained: count, crs, extent, layers or refused.
   */
  private static String explained(Properties explained, String name, String differs) {
    for (String key : explained.stringPropertyNames()) {
      String[] parts = key.split("\\|");
      boolean about =
          parts[0].startsWith("*") ? name.endsWith(parts[0].substring(1)) : parts[0].equals(name);
      if (about && (parts.length == 1 || differs.startsWith(parts[1]))) {
        return explained.getProperty(key);
      }
    }
    return "";
  }

  private static Description ours(Path file) {
    try {
      Inspection found =
          Inspector.inspect(
              SourceFile.of(file), ReadOptions.DETECT, FeatureCheck.NONE, Inspection.Wording.CODES);
      return Description.of(found);
    } catch (InputRefused refused) {
      return Description.refused(refused.code() + " " + refused.arguments());
    }
  }
}
