package org.kiungo.planner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;

class CatalogueTest {

  private static final Catalogue BUILT_IN = CatalogueReader.builtIn();

  private static final String DUMMY =
      """
      id: dummy
      name: Dummy
      family: wifi
      serves: OWN_SETTLEMENT
      downlinkMbps: {value: 10, low: 5, high: 20, year: 2025, source: "test", assumed: true}
      """;

  @TempDir private Path folder;

  private record Named(String where, Figure figure) {}

  private static List<Named> figuresOf(Object entry, String id) {
    List<Named> figures = new ArrayList<>();
    for (var component : entry.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(entry);
        if (value instanceof Figure figure) {
          figures.add(new Named(id + "." + component.getName(), figure));
        } else if (value instanceof List<?> list) {
          list.forEach(part -> figures.addAll(figuresOf(part, id + "." + component.getName())));
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return figures;
  }

  private static List<Named> allFigures() {
    List<Named> figures = new ArrayList<>();
    BUILT_IN.technologies().forEach(t -> figures.addAll(figuresOf(t, t.id())));
    BUILT_IN.media().forEach(m -> figures.addAll(figuresOf(m, m.id())));
    figures.addAll(figuresOf(BUILT_IN.energy(), "energy"));
    return figures;
  }

  private Catalogue readWith(URL extra) throws IOException {
    ClassLoader own = CatalogueReader.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {extra}, own)) {
      return CatalogueReader.read(loader);
    }
  }

  @Test
  void idsAreUniqueAndSorted() {
    assertThat(BUILT_IN.technologies())
        .extracting(AccessTechnology::id)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("ftth", "lte-macro", "lte-light", "fwa", "community-wifi", "tvws", "leo", "geo");
    assertThat(BUILT_IN.media())
        .extracting(Medium::id)
        .containsExactly("fibre", "geo-backhaul", "leo-backhaul", "microwave");
  }

  @Test
  void everyFigureHasSourceYearAndRange() {
    assertThat(allFigures()).hasSizeGreaterThan(80);
    for (Named named : allFigures()) {
      assertThat(named.figure.source()).as(named.where).hasSizeGreaterThan(5);
      assertThat(named.figure.year()).as(named.where).isBetween(2005, 2026);
      assertThat(named.figure.low()).as(named.where).isNotNegative();
      assertThat(named.figure.high()).as(named.where).isGreaterThan(named.figure.low());
    }
  }

  @Test
  void assumedFiguresRangeOverAFactorOfTwoEachWay() {
    for (Named named : allFigures()) {
      if (named.figure.assumed()) {
        double value = named.figure.value();
        assertThat(named.figure.low()).as(named.where).isCloseTo(value / 2, within(1e-9 * value));
        assertThat(named.figure.high()).as(named.where).isCloseTo(value * 2, within(1e-9 * value));
      }
    }
  }

  @Test
  void everyTechnologyHasWhatItsKindNeeds() {
    for (AccessTechnology t : BUILT_IN.technologies()) {
      assertThat(t.downlinkMbps()).as(t.id()).isNotNull();
      assertThat(t.subscriber()).as(t.id()).isNotNull();
      assertThat(t.roundTripMs()).as(t.id()).isNotNull();
      assertThat(t.reachKm() != null).as(t.id()).isEqualTo(t.needsBackhaul());
      assertThat(t.siteCapexUsd() != null).as(t.id()).isEqualTo(t.needsBackhaul());
      assertThat(t.siteCapacityMbps() != null).as(t.id()).isEqualTo(t.needsBackhaul());
      assertThat(t.powerW() != null).as(t.id()).isEqualTo(t.needsBackhaul());
      if (t.adopterCapexUsd() != null) {
        assertThat(t.adopterLifetimeYears()).as(t.id()).isNotNull();
      }
    }
  }

  /** Told to engineers: no reach may follow from them. */
  @Test
  void allRadioSaysItsHeightAndBand() {
    for (AccessTechnology t : BUILT_IN.technologies()) {
      boolean radio = !t.family().equals("fibre");
      boolean mast = radio && t.needsBackhaul();
      assertThat(t.mastM() != null ^ t.antennaHeightM() != null).as(t.id()).isEqualTo(mast);
      assertThat(t.mastM() != null).as(t.id()).isEqualTo(t.family().equals("mobile"));
      assertThat(t.bandLowMhz() != null).as(t.id()).isEqualTo(radio);
      assertThat(t.bandHighMhz() != null).as(t.id()).isEqualTo(radio);
    }
    for (Medium medium : BUILT_IN.media()) {
      boolean radio = !medium.id().equals("fibre");
      assertThat(medium.hops()).allMatch(hop -> hop.bandLowMhz() != null == radio);
      assertThat(medium.hops()).allMatch(hop -> hop.bandHighMhz() != null == radio);
    }
  }

  @Test
  void geostationaryServiceIsNeverFasterThanLight() {
    AccessTechnology geo =
        BUILT_IN.technologies().stream()
            .filter(t -> t.id().equals("geo"))
            .findFirst()
            .orElseThrow();
    assertThat(geo.roundTripMs().low()).isGreaterThanOrEqualTo(477);
  }

  @Test
  void satelliteBackhaulIsNeverFasterThanLightAndSaysWhatItsCapacityCosts() {
    for (Medium medium : BUILT_IN.media()) {
      assertThat(medium.systemOpexUsdPerYear() != null).as(medium.id()).isEqualTo(medium.viaSky());
      if ("geo".equals(medium.constellation())) {
        assertThat(2 * medium.delayMsPerHop().low()).isGreaterThanOrEqualTo(477);
      }
    }
  }

  @Test
  void hopClassesAscend() {
    for (Medium medium : BUILT_IN.media()) {
      assertThat(medium.hops()).extracting(Medium.Hop::maxKm).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aTechnologyFileInADirectoryIsAllItTakes() throws IOException {
    Files.createDirectories(folder.resolve("technology"));
    Files.writeString(folder.resolve("technology/dummy.yaml"), DUMMY);
    Catalogue catalogue = readWith(folder.toUri().toURL());
    assertThat(catalogue.technologies()).extracting(AccessTechnology::id).contains("dummy", "ftth");
    assertThat(catalogue.version()).hasSize(64).isNotEqualTo(BUILT_IN.version());
  }

  @Test
  void aTechnologyFileInAJarIsAllItTakes() throws IOException {
    Path jar = folder.resolve("extra.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("technology/"));
      out.putNextEntry(new JarEntry("technology/dummy.yaml"));
      out.write(DUMMY.getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new JarEntry("technology/old/other.yaml"));
      out.closeEntry();
    }
    Catalogue catalogue = readWith(jar.toUri().toURL());
    assertThat(catalogue.technologies()).hasSize(BUILT_IN.technologies().size() + 1);
  }

  @Test
  void readingTwiceGivesTheSameCatalogue() {
    assertThat(CatalogueReader.builtIn()).isEqualTo(BUILT_IN);
  }

  @Test
  void unusableFilesAreRefusedByName() {
    assertRefused(DUMMY + "reach: 5\n", "catalogue.key", "reach");
    assertRefused(DUMMY + "name: Again\n", "catalogue.yaml", "name");
    assertRefused(DUMMY.replace("low: 5", "low: 11"), "catalogue.figure.range", "11.0");
    assertRefused(DUMMY.replace("\"test\"", "\"\""), "catalogue.figure.source", "value=10.0");
    assertRefused(DUMMY.replace("low: 5, ", ""), "catalogue.value", "low");
    assertRefused(DUMMY.replace("OWN_SETTLEMENT", "EVERYBODY"), "catalogue.type", "EVERYBODY");
    assertRefused("id: \"unclosed", "catalogue.yaml", "d.yaml");
  }

  private static void assertRefused(String yaml, String code, String names) {
    assertThatThrownBy(
            () ->
                CatalogueReader.parse(
                    yaml.getBytes(StandardCharsets.UTF_8), "d.yaml", AccessTechnology.class))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.arguments()).containsEntry("file", "d.yaml");
              assertThat(refused.arguments().toString()).contains(names);
            });
  }
}
