package org.kiungo.geodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.Test;

/**
 * The bill of materials of what the GeoTools wrapper bundles, beside that of the whole jar, which
 * sees the wrapper as one: written anew with {@code -Dkiungo.write=true}.
 */
class BundledBillTest {

  private static final Path BILL =
      Path.of("src/main/resources/META-INF/sbom/geotools-wrapper.cdx.json");

  @Test
  void theBillNamesEveryBundledArtifactWithItsVersion() throws IOException, URISyntaxException {
    Map<String, String> components = components();
    assertThat(components).hasSizeGreaterThan(50);
    String bill =
        """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "version": 1,
          "metadata": {"component": %s},
          "components": [
            %s
          ]
        }
        """
            .formatted(
                components.remove("org.datasyslab/geotools-wrapper"),
                String.join(",\n    ", components.values()));
    if (Boolean.getBoolean("kiungo.write")) {
      Files.createDirectories(BILL.getParent());
      Files.writeString(BILL, bill);
    }
    assertThat(Files.readString(BILL)).isEqualTo(bill);
  }

  /** By group and name, what the jar says of each artifact in it. */
  private static Map<String, String> components() throws IOException, URISyntaxException {
    Path wrapper =
        Path.of(
            CoordinateReferenceSystem.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Map<String, String> found = new TreeMap<>();
    try (JarFile jar = new JarFile(wrapper.toFile())) {
      List<JarEntry> entries =
          jar.stream().filter(each -> each.getName().endsWith("/pom.properties")).toList();
      for (JarEntry each : entries) {
        Properties artifact = new Properties();
        try (InputStream in = jar.getInputStream(each)) {
          artifact.load(in);
        }
        String group = artifact.getProperty("groupId");
        String name = artifact.getProperty("artifactId");
        String version = artifact.getProperty("version");
        found.put(
            group + "/" + name,
            ("{\"type\": \"library\", \"group\": \"%1$s\", \"name\": \"%2$s\", \"version\": \"%3$s\","
                    + " \"purl\": \"pkg:maven/%1$s/%2$s@%3$s?type=jar\"}")
                .formatted(group, name, version));
      }
    }
    return found;
  }
}
