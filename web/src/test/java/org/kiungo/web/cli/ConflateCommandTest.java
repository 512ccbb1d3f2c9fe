package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two drawings of one cable, 300 m apart, the second 33 km longer; a node splits the first. */
class ConflateCommandTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void twoDrawingsBecomeOneNetworkThatCanBeReadAgain() throws IOException {
    String out = folder.resolve("merged.geojson").toString();
    CommandRun run =
        CommandRun.of(
            "conflate",
            "A=" + file("a.csv", "wkt\n\"LINESTRING(1 7,1.5 7)\"\n"),
            file("b.csv", "wkt\n\"LINESTRING(1 7.003,1.8 7.003)\"\n"),
            "--nodes",
            file("n.csv", "id,name,lon,lat\nn,N,1.25,7.001\n"),
            "--country",
            "TGO",
            "--out",
            out,
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.get("segments").asInt()).isEqualTo(3);
    assertThat(answer.get("lengthKm").asDouble()).isCloseTo(88.4, within(1.5));
    JsonNode first = answer.get("sources").get(0);
    JsonNode second = answer.get("sources").get(1);
    assertThat(first.get("source").asString()).isEqualTo("A");
    assertThat(first.get("keptKm").asDouble())
        .isCloseTo(first.get("drawnKm").asDouble(), within(1e-6));
    assertThat(second.get("alreadyThereKm").asDouble()).isCloseTo(55.2, within(1.5));
    JsonNode layer = CommandRun.of("inspect", out, "--json").json().get("layers").get(0);
    assertThat(layer.get("features").asInt()).isEqualTo(3);
    assertThat(layer.get("crs").asString()).isEqualTo("EPSG:4326");
  }

  @Test
  void anUnknownEndingIsRefused() throws IOException {
    String a = file("a.csv", "wkt\n\"LINESTRING(1 7,1.5 7)\"\n");
    String out = folder.resolve("merged.doc").toString();
    assertThat(CommandRun.of("conflate", a, "--out", out).exitCode()).isEqualTo(2);
    assertThat(Path.of(out)).doesNotExist();
  }
}
