package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of KML whose documents link to each other. */
class KmlLinksTest {

  @TempDir private Path folder;

  private Recorder read(String... namesAndContents) throws IOException {
    return Recorder.read(
        Files.write(folder.resolve("reseau.kmz"), HostileCases.zip(namesAndContents)));
  }

  private static String document(String inside) {
    return "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
        + inside
        + "</Document></kml>";
  }

  private static String link(String href) {
    return "<NetworkLink><name>a</name><Link><href>" + href + "</href></Link></NetworkLink>";
  }

  private static String line(String name) {
    return "<Placemark><name>"
        + name
        + "</name><LineString><coordinates>2.4,6.4,0 2.5,6.6,0</coordinates></LineString></Placemark>";
  }

  /** As GDAL's LIBKML driver writes a KMZ: a document that links to one of each layer. */
  @Test
  void documentsOfTheSameArchiveAreRead() throws IOException {
    Recorder found =
        read(
            "doc.kml",
            document(link("layers/fibre.kml") + link("layers/autres%20lignes.kml")),
            "layers/fibre.kml",
            document(line("L1") + line("L2")),
            "layers/autres lignes.kml",
            document(line("L3")));
    assertThat(found.layers).extracting(LayerSchema::name).containsExactly("reseau");
    assertThat(found.features)
        .extracting(each -> each.row() + " " + each.attributes().get("name"))
        .containsExactly("1 L1", "2 L2", "3 L3");
    assertThat(found.codes()).isEmpty();
  }

  /** Each once, from a folder relative to it, and those of one name in two folders apart. */
  @Test
  void linksInCirclesEndAndFoldersAreKeptApart() throws IOException {
    Recorder found =
        read(
            "doc.kml",
            document(line("L0") + link("a/x.kml") + link("./a/x.kml#part") + link("doc.kml")),
            "a/x.kml",
            document(line("L1") + link("../doc.kml") + link("y.kml")),
            "a/y.kml",
            document(line("L2") + link("x.kml")),
            "b/x.kml",
            document(line("left")));
    assertThat(found.features)
        .extracting(each -> each.attributes().get("name"))
        .containsExactly("L0", "L1", "L2");
    assertThat(found.findings)
        .extracting(each -> each.code() + " " + each.found())
        .containsExactly("kmlIgnored b x.kml");
  }

  /** What lies outside of the archive is told and never fetched. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/layers/x.kml",
        "//127.0.0.1/layers/x.kml",
        "file:///layers/x.kml",
        "../../etc/x.kml",
        "layers/x.kml?since=1",
        "other/x.kml",
        "layers/x.png",
        "::",
        "",
      })
  void nothingElseIsFollowed(String href) throws IOException {
    Recorder found =
        read(
            "doc.kml",
            document(line("L0") + link(href)),
            "layers/x.kml",
            document(line("L1")),
            "layers/x.png",
            "picture");
    assertThat(found.features).hasSize(1);
    assertThat(found.codes()).containsExactly("linkIgnored", "kmlIgnored");
  }
}
