package org.kiungo.geodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.Test;

/**
 * What the GeoTools wrapper bundles, which no bill of materials made from poms can see, is listed
 * in NOTICE: every artifact by its name, and every package that none of them explains.
 */
class BundledNoticeTest {

  private static final String METADATA = "META-INF/maven/";
  private static final int PACKAGE_DEPTH = 2;

  @Test
  void everyBundledArtifactAndPackageIsListed() throws IOException, URISyntaxException {
    Path wrapper =
        Path.of(
            CoordinateReferenceSystem.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    String section = section(wrapper.getFileName().toString());
    Set<String> listed =
        Arrays.stream(section.split("[\\s,;:()\\[\\]]+")).collect(Collectors.toSet());
    try (JarFile jar = new JarFile(wrapper.toFile())) {
      List<String> entries = jar.stream().map(entry -> entry.getName()).toList();
      Set<String> artifacts = new TreeSet<>();
      Set<String> explained = new TreeSet<>(listed);
      for (String entry : entries) {
        if (entry.startsWith(METADATA) && entry.endsWith("/pom.properties")) {
          String[] names = entry.substring(METADATA.length()).split("/");
          artifacts.add(names[1]);
          explained.add(head(names[0], "\\."));
          explained.add(head(names[1], "\\."));
        }
      }
      artifacts.remove("geotools-wrapper");
      assertThat(artifacts).hasSizeGreaterThan(50).allMatch(listed::contains);
      assertThat(
              entries.stream()
                  .filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF/"))
                  .map(entry -> head(entry, "/"))
                  .distinct()
                  .filter(Predicate.not(explained::contains)))
          .isEmpty();
    }
  }

  /** The part of NOTICE about this very version of the wrapper. */
  private static String section(String jarName) throws IOException {
    String notice = Files.readString(Path.of("../NOTICE"));
    String version = jarName.replaceAll("^geotools-wrapper-|\\.jar$", "");
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
