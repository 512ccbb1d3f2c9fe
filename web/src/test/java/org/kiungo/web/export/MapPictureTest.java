package org.kiungo.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.language.Words;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What makes a picture a map: its scale, north, towns and sources, where they are drawn. */
class MapPictureTest {

  private static final int BLACK = Color.BLACK.getRGB();
  private static final int GAINED = 0xFF0072B2;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("map.png");
  }

  private MapPicture.Drawn drawn(String language, String... countries) throws IOException {
    PlaceTable table = new PlaceTable();
    for (String each : countries) {
      LonLat there = Reference.builtIn().places(each).get(0).location();
      table.add(each, PlaceTable.point(there), Map.of("change", "gained", "people", 7));
    }
    Map<String, String> colours = new LinkedHashMap<>(Map.of("gained", "#0072B2"));
    Sheet sheet =
        new Sheet(
            "map",
            "A title",
            List.of(countries),
            List.of(table.layer("difference", new LayerStyle("change", colours))),
            List.of("Source: a register of 2026."));
    return new MapPicture(sheet, Words.in(language), "A note.").write(file());
  }

  private BufferedImage picture() throws IOException {
    return ImageIO.read(file().toFile());
  }

  /** The longest row of black pixels in a part of a picture. */
  private static int longest(BufferedImage picture, Rectangle2D part) {
    int most = 0;
    for (int y = (int) part.getMinY(); y < part.getMaxY(); y++) {
      int run = 0;
      for (int x = (int) part.getMinX(); x < part.getMaxX(); x++) {
        run = picture.getRGB(x, y) == BLACK ? run + 1 : 0;
        most = Math.max(most, run);
      }
    }
    return most;
  }

  private static long dark(BufferedImage picture, Rectangle2D part) {
    long found = 0;
    for (int y = (int) part.getMinY(); y < part.getMaxY(); y++) {
      for (int x = (int) part.getMinX(); x < part.getMaxX(); x++) {
        found += (picture.getRGB(x, y) & 0xFF) < 90 ? 1 : 0;
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"LSO", "MDG", "CPV", "DZA"})
  void theBarIsAsLongAsItSays(String country) throws IOException {
    MapPicture.Drawn drawn = drawn("en", country);
    Rectangle2D frame = drawn.frame();
    Rectangle2D corner =
        new Rectangle2D.Double(frame.getMinX() + 2, frame.getMaxY() - 30, frame.getWidth() / 2, 28);
    MapScale scale = drawn.scale();
    assertThat((double) longest(picture(), corner))
        .isBetween(scale.km() / scale.kmPerPx() - 2, scale.km() / scale.kmPerPx() + 2);
    assertThat(scale.km() / scale.kmPerPx())
        .isBetween(0.1 * frame.getWidth(), 0.25 * frame.getWidth());
    assertThat(drawn.said())
        .anyMatch(each -> each.matches("[\\d,]+\u00a0km, in the middle of the map"));
    Map<String, LonLat> places =
        Reference.builtIn().places(country).stream()
            .collect(
                Collectors.toMap(
                    PopulatedPlace::name, PopulatedPlace::location, (one, other) -> one));
    int pairs = 0;
    for (MapTowns.Town one : drawn.towns()) {
      for (MapTowns.Town other : drawn.towns()) {
        double east = other.at().getX() - one.at().getX();
        if (east > 100 && Math.abs(other.at().getY() - one.at().getY()) < 0.2 * east) {
          double km = places.get(one.name()).distanceKm(places.get(other.name()));
          assertThat(one.at().distance(other.at()) * scale.kmPerPx() / km)
              .as(one.name() + " – " + other.name())
              .isBetween(0.94, 1.06);
          pairs++;
        }
      }
    }
    assertThat(pairs).as("towns side by side").isPositive();
  }

  /** Meridians lean on a map of equal areas; so does the needle. */
  @ParameterizedTest
  @CsvSource({"CAF, -1, 1", "MDG, 3, 8", "CPV, 4, 12", "LBY, -2, 2"})
  void theNeedlePointsNorth(String country, double least, double most) throws IOException {
    MapPicture.Drawn drawn = drawn("en", country);
    assertThat(Math.toDegrees(drawn.scale().northRadians())).isBetween(least, most);
    assertThat(drawn.said()).contains("N");
    Rectangle2D frame = drawn.frame();
    Rectangle2D corner = new Rectangle2D.Double(frame.getMaxX() - 66, frame.getMinY() + 16, 50, 52);
    BufferedImage picture = picture();
    int tip = 0;
    for (int y = (int) corner.getMinY(); tip == 0; y++) {
      for (int x = (int) corner.getMinX(); x < corner.getMaxX(); x++) {
        tip = new Color(picture.getRGB(x, y)).getRed() < 90 ? x : tip;
      }
    }
    double middle = frame.getMaxX() - 18 - 23;
    double leans = 23 * Math.sin(drawn.scale().northRadians());
    assertThat(tip - middle).isBetween(leans - 2.5, leans + 2.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LSO", "NGA", ""})
  void townsAreNamedOnceEachWhereThereIsRoom(String country) throws IOException {
    MapPicture.Drawn drawn = country.isEmpty() ? drawn("en") : drawn("en", country);
    List<MapTowns.Town> towns = drawn.towns();
    assertThat(towns).hasSizeGreaterThan(5);
    BufferedImage picture = picture();
    for (MapTowns.Town each : towns) {
      assertThat(drawn.frame().contains(each.box())).as(each.name()).isTrue();
      assertThat(dark(picture, each.box())).as(each.name()).isGreaterThan(each.name().length());
      assertThat(towns.stream().filter(other -> other.box().intersects(each.box())))
          .containsExactly(each);
    }
    if (country.equals("LSO")) {
      assertThat(towns.get(0).name()).isEqualTo("Maseru");
    }
  }

  @Test
  void sourcesAndAllOtherWordsAreInTheFileForWhoeverCannotSeeIt() throws IOException {
    drawn("fr", "LSO");
    assertThat(description().replace('\u00a0', ' '))
        .contains(
            "A title",
            "Source: a register of 2026. Contours : Natural Earth. Villes : GeoNames (CC BY 4.0).",
            "A note.",
            "km, au milieu de la carte",
            "Maseru");
  }

  /** From right to left the legend stands on the left of the map, marks before words. */
  @Test
  void arabicIsReadFromTheRight() throws IOException {
    MapPicture.Drawn drawn = drawn("ar", "LSO");
    assertThat(drawn.frame().getMinX()).isGreaterThan(400);
    assertThat(description()).contains("في وسط الخريطة", "المدن: GeoNames");
    BufferedImage picture = picture();
    int marks = 0;
    for (int x = 0; x < (int) drawn.frame().getMinX(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if (picture.getRGB(x, y) == GAINED) {
          marks++;
          assertThat(x).isGreaterThan((int) drawn.frame().getMinX() - 60);
        }
      }
    }
    assertThat(marks).isPositive();
  }

  /** Greys of a printer without colours, and dots of one shape, would be taken for each other. */
  @Test
  void whomNobodyServesIsToldFromWhomTodayServesByShapeAndLightness() throws IOException {
    Map<String, String> colours = new LinkedHashMap<>();
    colours.put("BASELINE", "#AEB8BE");
    colours.put("UNSERVED", "#1B1F23");
    List<String> values = List.copyOf(colours.keySet());
    PlaceTable table = new PlaceTable();
    List<PopulatedPlace> places = Reference.builtIn().places("LSO");
    for (int k = 0; k < 3; k++) {
      table.add(
          k + "",
          PlaceTable.point(places.get(k).location()),
          Map.of("service", values.get(k == 0 ? 0 : 1)));
    }
    Sheet sheet =
        new Sheet(
            "map",
            "A title",
            List.of("LSO"),
            List.of(table.layer("settlements", new LayerStyle("service", colours))),
            List.of("Source."));
    MapPicture.Drawn drawn = new MapPicture(sheet, Words.in("en"), "A note.").write(file());
    assertThat(drawn.said())
        .contains("served today: 1 place", "not served: 2 places")
        .doesNotContain("not served (2)");
    BufferedImage picture = picture();
    // a bar is wider than high, a cross as high as wide
    assertThat(extent(picture, drawn.frame(), 0xFFAEB8BE))
        .satisfies(e -> assertThat(e[0]).isGreaterThan(e[1] + 3));
    int[] cross = extent(picture, drawn.frame(), 0xFF1B1F23);
    assertThat(cross[0]).isCloseTo(cross[1], within(2));
  }

  /** Width and height of what has a colour in the legend, right of the map, px. */
  private static int[] extent(BufferedImage picture, Rectangle2D frame, int colour) {
    Rectangle2D found = null;
    for (int x = (int) frame.getMaxX() + 2; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if (picture.getRGB(x, y) == colour) {
          Rectangle2D pixel = new Rectangle2D.Double(x, y, 1, 1);
          found = found == null ? pixel : found.createUnion(pixel);
        }
      }
    }
    assertThat(found).isNotNull();
    return new int[] {(int) found.getWidth(), (int) found.getHeight()};
  }

  @Test
  void noTwoOfAPlansLegendHaveOneMark() {
    List<String> values =
        List.of(
            "community-wifi",
            "ftth",
            "fwa",
            "geo",
            "leo",
            "lte-light",
            "lte-macro",
            "nr-macro",
            "tvws",
            "BASELINE",
            "UNSERVED");
    assertThat(values.stream().map(each -> Mark.of(values, each))).doesNotHaveDuplicates();
    assertThat(Mark.of(List.of("covered", "uncovered"), "uncovered")).isEqualTo(Mark.CROSS);
  }

  private String description() throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file().toFile())) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      reader.setInput(in);
      Node root =
          reader.getImageMetadata(0).getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
      NodeList texts = ((org.w3c.dom.Element) root).getElementsByTagName("TextEntry");
      assertThat(texts.getLength()).isEqualTo(1);
      return texts.item(0).getAttributes().getNamedItem("value").getNodeValue();
    }
  }
}
