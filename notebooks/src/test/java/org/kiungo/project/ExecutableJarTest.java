package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the executable jar of this build holds. */
class ExecutableJarTest {

  private static final Path JAR = Repository.ROOT.resolve("web/target/kiungo.jar");
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  /** On the class path of the build, too, the wrapper comes before these. */
  private static final List<String> COPIES_IN_USE = List.of("guava", "j2objc-annotations");

  private static final String BILL = "META-INF/sbom/application.cdx.json";

  private static JarFile jar() throws IOException {
    assumeTrue(Files.exists(JAR), "skipped: no web/target/kiungo.jar (run mvn package first)");
    return new JarFile(JAR.toFile());
  }

  /** Libraries in the order in which Java looks for classes. */
  private static List<JarEntry> libraries(JarFile jar) {
    return jar.stream()
        .filter(each -> each.getName().startsWith(LIBRARIES) && each.getName().endsWith(".jar"))
        .toList();
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
   * The GeoTools wrapper carries copies of other libraries. Where the library itself is in the jar
   * too, its own classes must be found first, but for those whose copy every test runs with.
   */
  @Test
  void noOldCopyInTheGeoToolsWrapperHidesALibrary() throws IOException {
    try (JarFile jar = jar()) {
      Set<String> seen = new HashSet<>();
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(CLASSES))
          .forEach(name -> seen.add(name.substring(CLASSES.length())));
      Set<String> wrapped = new HashSet<>();
      Set<String> hidden = new TreeSet<>();
      for (JarEntry library : libraries(jar)) {
        boolean wrapper = library.getName().contains("geotools-wrapper");
        for (String name : classes(jar, library)) {
          if (wrapper && !seen.contains(name)) {
            wrapped.add(name);
          } else if (wrapped.contains(name)) {
            hidden.add(library.getName().substring(LIBRARIES.length()).replaceAll("-\\d.*", ""));
          }
          seen.add(name);
        }
      }
      assertThat(wrapped).hasSizeGreaterThan(1000);
      assertThat(COPIES_IN_USE).as("hidden by the wrapper").containsAll(hidden);
    }
  }

  private static List<String> classes(JarFile jar, JarEntry library) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarInputStream in = new JarInputStream(jar.getInputStream(library))) {
      for (JarEntry each = in.getNextJarEntry(); each != null; each = in.getNextJarEntry()) {
        if (each.getName().endsWith(".class") && !each.getName().startsWith("META-INF/")) {
          names.add(each.getName());
        }
      }
    }
    names.remove("module-info.class");
    return names;
  }
}
