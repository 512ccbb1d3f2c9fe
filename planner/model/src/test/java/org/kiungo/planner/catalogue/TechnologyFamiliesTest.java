package org.kiungo.planner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.planner.model.value.InputRefused;

class TechnologyFamiliesTest {

  private static final TechnologyFamilies BUILT_IN = TechnologyFamilies.builtIn();

  private static final String BALLOON =
      """
      id: balloon
      name: Balloons
      order: 35
      symbol: "M0-8L4 0 0 8-4 0z"
      letter: "H"
      colour: "#112233"
      darkColour: "#AABBCC"
      licenceExempt: false
      viaGateway: false
      """;

  /**
   * Colour vision as linear maps of linear RGB: Machado, Oliveira and Fernandes 2009, A
   * physiologically-based model for simulation of color vision deficiency, table 1, severity 1.
   */
  private enum Vision {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    private final double[] map;

    Vision(double... map) {
      this.map = map;
    }

    /** CIE 1976 L*a*b* of a colour as this eye has it. */
    private double[] lab(String colour) {
      double[] rgb = new double[3];
      for (int k = 0; k < 3; k++) {
        double s = Integer.parseInt(colour.substring(1 + 2 * k, 3 + 2 * k), 16) / 255.0;
        rgb[k] = s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
      }
      double[] seen = new double[3];
      for (int k = 0; k < 3; k++) {
        double sum = map[3 * k] * rgb[0] + map[3 * k + 1] * rgb[1] + map[3 * k + 2] * rgb[2];
        seen[k] = Math.max(0, Math.min(1, sum));
      }
      double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
      double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
      double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
      return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
      return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    double distance(String one, String other) {
      double[] a = lab(one);
      double[] b = lab(other);
      return Math.sqrt(
          Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
  }

  /** Clearly apart side by side; a just noticeable difference is about 2.3. */
  private static final double APART = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void coloursAreApartForEveryEyeOnBothMaps(Vision eye) {
    for (TechnologyFamily one : BUILT_IN.inLegendOrder()) {
      for (TechnologyFamily other : BUILT_IN.inLegendOrder()) {
        if (one != other) {
          assertThat(eye.distance(one.colour(), other.colour()))
              .as("%s and %s", one.id(), other.id())
              .isGreaterThan(APART);
          assertThat(eye.distance(one.darkColour(), other.darkColour()))
              .as("%s and %s on the dark map", one.id(), other.id())
              .isGreaterThan(APART);
        }
      }
    }
  }

  @Test
  void symbolsAndLettersTellFamiliesApartWithoutColour() {
    assertThat(BUILT_IN.inLegendOrder())
        .extracting(TechnologyFamily::symbol)
        .doesNotHaveDuplicates();
    assertThat(BUILT_IN.inLegendOrder())
        .extracting(TechnologyFamily::letter)
        .doesNotHaveDuplicates();
  }

  @Test
  void legendsShowThemInTheOrderOfTheirFilesAndThoseNotInstalledLast() {
    assertThat(BUILT_IN.inLegendOrder())
        .extracting(TechnologyFamily::id)
        .containsExactly("fibre", "fwa", "mobile", "wifi", "tvws", "leo", "geo", "other");
    assertThat(BUILT_IN.shown("leo").id()).isEqualTo("leo");
    assertThat(BUILT_IN.shown("balloon").id()).isEqualTo("other");
    assertThatThrownBy(() -> BUILT_IN.get("balloon"))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("balloon");
  }

  @Test
  void everyTechnologyThatStandsForTodayIsInTheCatalogueAndOfItsFamily() {
    for (TechnologyFamily family : BUILT_IN.inLegendOrder()) {
      if (family.todaysTechnology() != null) {
        assertThat(CatalogueReader.builtIn().technologies())
            .filteredOn(each -> each.id().equals(family.todaysTechnology()))
            .extracting(AccessTechnology::family)
            .containsExactly(family.id());
      }
    }
  }

  @Test
  void aFamilyFileIsAllItTakesAndTheCatalogueKeepsItsVersion() throws IOException {
    write("technology-family/balloon.yaml", BALLOON);
    assertThat(with(TechnologyFamilies::read).inLegendOrder())
        .extracting(TechnologyFamily::id)
        .containsSubsequence("mobile", "balloon", "wifi");
    assertThat(with(CatalogueReader::read)).isEqualTo(CatalogueReader.builtIn());
  }

  @Test
  void aTechnologyOfAFamilyThatIsNotThereIsRefused() throws IOException {
    String yaml =
        """
        id: stratos
        name: Stratos
        family: balloon
        serves: FREE_STANDING
        downlinkMbps: {value: 10, low: 5, high: 20, year: 2025, source: "test", assumed: true}
        """;
    write("technology/stratos.yaml", yaml);
    refused(CatalogueReader::read, "catalogue.family.unknown", "stratos.yaml", "balloon");
    write("technology-family/balloon.yaml", BALLOON);
    assertThat(with(CatalogueReader::read).technologies())
        .extracting(AccessTechnology::family)
        .contains("balloon");
  }

  @Test
  void theSameIdInTwoPlacesIsRefusedNamingBoth() throws IOException {
    write("technology-family/leo.yaml", BALLOON.replace("balloon", "leo"));
    refused(
        TechnologyFamilies::read,
        "catalogue.twice",
        "technology-family/leo.yaml",
        folder.getFileName().toString(),
        TechnologyFamilies.class.getClassLoader().getResource("technology-family").toString());
  }

  @Test
  void valuesThatNoMapCanDrawAreRefused() throws IOException {
    for (String wrong : List.of("colour: blue", "letter: HAP", "symbol: circle", "name: ''")) {
      String key = wrong.substring(0, wrong.indexOf(':'));
      write("technology-family/balloon.yaml", BALLOON.replaceAll("(?m)^" + key + ":.*", wrong));
      refused(TechnologyFamilies::read, "catalogue.family.value", "balloon.yaml", key);
    }
  }

  private void write(String name, String yaml) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), yaml);
  }

  private <T> T with(Function<ClassLoader, T> read) throws IOException {
    ClassLoader own = CatalogueReader.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, own)) {
      return read.apply(loader);
    }
  }

  private void refused(Function<ClassLoader, ?> read, String code, String... names) {
    assertThatThrownBy(() -> with(read))
        .isInstanceOfSatisfying(
            InputRefused.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.arguments().toString()).contains(names);
            });
  }
}
