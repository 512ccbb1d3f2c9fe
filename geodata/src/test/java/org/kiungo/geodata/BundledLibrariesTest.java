package org.kiungo.geodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.Test;
import org.sqlite.JDBC;

/**
 * Libraries that ship in the parts that are used: what is left of the GeoTools wrapper, of SQLite
 * and of those in {@code kiungo-libraries}. No bill of materials made from poms can see inside, so
 * one of their own names every artifact, and NOTICE lists what the wrapper bundles.
 */
class BundledLibrariesTest {

  private static final Path BILL = Path.of("src/main/resources/META-INF/sbom/bundled.cdx.json");
  private static final String WRAPPER = "org.datasyslab/geotools-wrapper";
  private static final String METADATA = "META-INF/maven/";
  private static final int PACKAGE_DEPTH = 2;

  /** Files of one library by name; it is a folder until it is packed. */
  private static Map<String, Path> files(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      return found
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  each -> root.relativize(each).toString().replace('\\', '/'),
                  each -> each,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private interface Look {
    void at(Map<String, Path> files) throws IOException;
  }

  private static void open(Class<?> of, Look look) throws IOException, URISyntaxException {
    URL place = of.getProtectionDomain().getCodeSource().getLocation();
    Path path = Path.of(place.toURI());
    if (Files.isDirectory(path)) {
      look.at(files(path));
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      look.at(files(jar.getPath("/")));
    }
  }

  /** By group and name, what the files say of each artifact in them. */
  private static Map<String, Properties> artifacts(Map<String, Path> files) throws IOException {
    Map<String, Properties> found = new TreeMap<>();
    for (Map.Entry<String, Path> each : files.entrySet()) {
      if (each.getKey().startsWith(METADATA) && each.getKey().endsWith("/pom.properties")) {
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(each.getValue())) {
          artifact.load(in);
        }
        found.put(
            artifact.getProperty("groupId") + "/" + artifact.getProperty("artifactId"), artifact);
      }
    }
    found.keySet().removeIf(name -> name.startsWith("org.kiungo/"));
    return found;
  }

  private static String component(Properties artifact) {
    return ("{\"type\": \"library\", \"group\": \"%1$s\", \"name\": \"%2$s\", \"version\": \"%3$s\","
            + " \"purl\": \"pkg:maven/%1$s/%2$s@%3$s?type=jar\"}")
        .formatted(
            artifact.getProperty("groupId"),
            artifact.getProperty("artifactId"),
            artifact.getProperty("version"));
  }

  /** Written anew with {@code -Dkiungo.write=true}. */
  @Test
  void theBillNamesEveryArtifactWithItsVersion() throws IOException, URISyntaxException {
    Map<String, Properties> components = new TreeMap<>();
    open(CoordinateReferenceSystem.class, files -> components.putAll(artifacts(files)));
    assertThat(components).hasSizeGreaterThan(50);
    open(JDBC.class, files -> components.putAll(artifacts(files)));
    open(RandomGenerator.class, files -> components.putAll(artifacts(files)));
    String bill =
        """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "version": 1,
          "components": [
            %s
          ]
        }
        """
            .formatted(
                components.values().stream()
                    .map(BundledLibrariesTest::component)
                    .collect(Collectors.joining(",\n    ")));
    assertThat(components)
        .containsKeys(WRAPPER, "org.xerial/sqlite-jdbc", "org.apache.pdfbox/fontbox");
    if (Boolean.getBoolean("kiungo.write")) {
      Files.createDirectories(BILL.getParent());
      Files.writeString(BILL, bill);
    }
    assertThat(Files.readString(BILL)).isEqualTo(bill);
  }

  @Test
  void noticeListsEveryArtifactAndPackageOfTheWrapper() throws IOException, URISyntaxException {
    open(
        CoordinateReferenceSystem.class,
        files -> {
          Map<String, Properties> artifacts = artifacts(files);
          String section = section(artifacts.remove(WRAPPER).getProperty("version"));
          Set<String> listed =
              Arrays.stream(section.split("[\\s,;:()\\[\\]]+")).collect(Collectors.toSet());
          Set<String> explained = new TreeSet<>(listed);
          Set<String> names = new TreeSet<>();
          for (Properties each : artifacts.values()) {
            names.add(each.getProperty("artifactId"));
            explained.add(head(each.getProperty("groupId"), "\\."));
            explained.add(head(each.getProperty("artifactId"), "\\."));
          }
          assertThat(names).hasSizeGreaterThan(50).allMatch(listed::contains);
          assertThat(
                  files.keySet().stream()
                      .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                      .map(name -> head(name, "/"))
                      .distinct()
                      .filter(Predicate.not(explained::contains)))
              .isEmpty();
        });
  }

  /** One library for every machine: 64 bits of Linux with either C library, macOS and Windows. */
  @Test
  void sqliteIsThereForTheMachinesThatKiungoRunsOn() throws IOException, URISyntaxException {
    open(
        JDBC.class,
        files ->
            assertThat(
                    files.keySet().stream()
                        .filter(name -> name.startsWith("org/sqlite/native/"))
                        .map(name -> List.of(name.split("/")))
                        .map(parts -> parts.get(3) + " " + parts.get(4)))
                .containsExactlyInAnyOrder(
                    "Linux aarch64",
                    "Linux x86_64",
                    "Linux-Musl aarch64",
                    "Linux-Musl x86_64",
                    "Mac aarch64",
                    "Mac x86_64",
                    "Windows aarch64",
                    "Windows x86_64"));
  }

  /** The part of NOTICE about this very version of the wrapper. */
  private static String section(String version) throws IOException {
    String notice = Files.readString(Path.of("../NOTICE"));
    int from = notice.indexOf("org.datasyslab:geotools-wrapper " + version);
    assertThat(from).as("NOTICE lists geotools-wrapper " + version).isNotNegative();
    int to = notice.indexOf("\n\n", from);
    return notice.substring(from, to < 0 ? notice.length() : to);
  }

  private static String head(String name, String separator) {
    return Arrays.stream(name.split(separator))
        .limit(PACKAGE_DEPTH)
        .collect(Collectors.joining("."));
  }
}
