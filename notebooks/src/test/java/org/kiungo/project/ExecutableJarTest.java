package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the executable jar of this build holds. */
class ExecutableJarTest {

  private static final Path JAR = Repository.ROOT.resolve("web/target/kiungo.jar");
  private static final String LIBRARIES = "BOOT-INF/lib/";

  private static final String LICENCES = "META-INF/licences/";

  /** Names of files that hold one. */
  private static final Pattern LICENCE =
      Pattern.compile("(?i)(^|/)(licen[cs]e|copying|unlicense|epl-|edl-|lgpl|about)[^/]*$");

  private static final String BILL = "META-INF/sbom/application.cdx.json";

  /** Bytes: what is fetched over a slow line. */
  private static final long MOST_BYTES = 125_000_000;

  private static JarFile jar() throws IOException {
    assumeTrue(Files.exists(JAR), "skipped: no web/target/kiungo.jar (run mvn package first)");
    return new JarFile(JAR.toFile());
  }

  private static List<JarEntry> libraries(JarFile jar) {
    return jar.stream()
        .filter(each -> each.getName().startsWith(LIBRARIES) && each.getName().endsWith(".jar"))
        .toList();
  }

  @Test
  void isNoHeavierThanItMust() throws IOException {
    try (JarFile jar = jar()) {
      assertThat(Files.size(Path.of(jar.getName()))).isLessThan(MOST_BYTES);
    }
  }

  @Test
  void theBillOfMaterialsListsEveryLibrary() throws IOException {
    try (JarFile jar = jar()) {
      JarEntry bill = jar.getJarEntry(BILL);
      assumeTrue(bill != null, "skipped: Maven makes no bill of materials offline");
      Set<String> listed = new HashSet<>();
      try (InputStream in = jar.getInputStream(bill)) {
        for (JsonNode each : JsonMapper.builder().build().readTree(in).get("components")) {
          listed.add(each.get("name").asString() + "-" + each.get("version").asString() + ".jar");
        }
      }
      List<String> missing =
          libraries(jar).stream()
              .map(each -> each.getName().substring(LIBRARIES.length()))
              .filter(name -> !name.startsWith("spring-boot-jarmode-"))
              .filter(name -> !listed.contains(name))
              .toList();
      assertThat(listed).hasSizeGreaterThan(50);
      assertThat(missing).isEmpty();
    }
  }

  /**
   * Whichever of two libraries is asked first, a class is the same: the GeoTools wrapper carries
   * copies of other libraries, and the start asks first where it last found something.
   */
  @Test
  void noClassIsInTwoLibrariesWithOtherBytes() throws IOException {
    try (JarFile jar = jar()) {
      Map<String, JarEntry> seen = new HashMap<>();
      Set<String> differ = new TreeSet<>();
      for (JarEntry library : libraries(jar)) {
        for (JarEntry each : classes(jar, library)) {
          JarEntry other = seen.putIfAbsent(each.getName(), each);
          if (other != null && other.getCrc() != each.getCrc()) {
            differ.add(each.getName() + " of " + library.getName());
          }
        }
      }
      assertThat(seen).hasSizeGreaterThan(10_000);
      assertThat(differ).isEmpty();
    }
  }

  private static boolean carriesItsLicence(JarFile jar, JarEntry library) throws IOException {
    try (JarInputStream in = new JarInputStream(jar.getInputStream(library))) {
      for (JarEntry each = in.getNextJarEntry(); each != null; each = in.getNextJarEntry()) {
        if (!each.getName().endsWith(".class") && LICENCE.matcher(each.getName()).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whatever does not carry the text of its licence itself has it beside it. */
  @Test
  void everyLibraryComesWithTheTextOfItsLicence() throws IOException {
    try (JarFile jar = jar()) {
      Set<String> without = new TreeSet<>();
      for (JarEntry library : libraries(jar)) {
        String name = library.getName().substring(LIBRARIES.length());
        boolean own =
            name.startsWith("spring-boot-jarmode-")
                || (name.startsWith("kiungo-")
                    && !name.startsWith("kiungo-geotools-")
                    && !name.startsWith("kiungo-libraries-")
                    && !name.startsWith("kiungo-sqlite-"));
        if (!own && !carriesItsLicence(jar, library)) {
          without.add(name.replaceFirst("-\\d.*", ""));
        }
      }
      Map<String, String> listed = new TreeMap<>();
      try (InputStream in = jar.getInputStream(jar.getJarEntry(LICENCES + "libraries.csv"))) {
        String rows = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        rows.lines()
            .skip(1)
            .map(each -> each.split(","))
            .forEach(each -> listed.put(each[0], each[1]));
      }
      assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(without);
      for (String licence : new TreeSet<>(listed.values())) {
        JarEntry text = jar.getJarEntry(LICENCES + licence + ".txt");
        assertThat(text).as(licence).isNotNull();
        assertThat(text.getSize()).as(licence).isGreaterThan(500);
      }
      assertThat(Files.readString(Repository.ROOT.resolve("NOTICE")))
          .contains("META-INF/licences", "libraries.csv");
    }
  }

  /** Classes of a library; read to their ends, they know their checksums. */
  private static List<JarEntry> classes(JarFile jar, JarEntry library) throws IOException {
    List<JarEntry> classes = new ArrayList<>();
    try (JarInputStream in = new JarInputStream(jar.getInputStream(library))) {
      for (JarEntry each = in.getNextJarEntry(); each != null; each = in.getNextJarEntry()) {
        if (each.getName().endsWith(".class")
            && !each.getName().startsWith("META-INF/")
            && !each.getName().equals("module-info.class")) {
          classes.add(each);
        }
      }
    }
    return classes;
  }
}
