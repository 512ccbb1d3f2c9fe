package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        .isCloseTo(first.get("drawnKm").asDouble(), within(1e-4));
    assertThat(second.get("alreadyThereKm").asDouble()).isCloseTo(55.2, within(1.5));
    JsonNode layer = CommandRun.of("inspect", out, "--json").json().get("layers").get(0);
    assertThat(layer.get("features").asInt()).isEqualTo(3);
    assertThat(layer.get("crs").asString()).isEqualTo("EPSG:4326");
  }

  @Test
  void theStandardsGeoPackageIsWrittenAndReadAgain() throws IOException {
    String out = folder.resolve("merged.ofds.gpkg").toString();
    CommandRun run =
        CommandRun.of(
            "conflate",
            "A="
                + file(
                    "a.csv",
                    "wkt,operator,status\n\"LINESTRING(1 7,1.5 7)\",CEB; Togocom,existing\n"),
            "--country",
            "TGO",
            "--out",
            out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode read = CommandRun.of("inspect", out, "--json").json();
    assertThat(read.get("format").asString()).isEqualTo("OFDS GeoPackage");
    Path again = folder.resolve("again.geojson");
    run = CommandRun.of("conflate", "M=" + out, "--country", "TGO", "--out", again.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(again).content().contains("\"operator\":\"CEB; Togocom\"", "operational");
  }

  @Test
  void twoOperatorsOnOneRoadAreAQuestion() throws IOException {
    String a = "A=" + file("a.csv", "wkt,operator\n\"LINESTRING(1 7,1.5 7)\",CEB\n");
    String b = "B=" + file("b.csv", "wkt,operator\n\"LINESTRING(1 7,1.5 7)\",Togocom\n");
    String out = folder.resolve("road.geojson").toString();
    CommandRun later = CommandRun.of("conflate", a, b, "--country", "TGO", "--out", out);
    assertThat(later.exitCode()).as(later.err()).isZero();
    assertThat(later.out())
        .contains("A (CEB) and B (Togocom) lie on one road for 55.2 km")
        .contains("one route, both operators named");
    assertThat(Path.of(out)).content().contains("\"operator\":\"CEB; Togocom\"");
    CommandRun two =
        CommandRun.of("conflate", a, b, "--country", "TGO", "--decide", "all=second", "--out", out);
    assertThat(two.exitCode()).as(two.err()).isZero();
    assertThat(two.out()).contains("2 segments, 55.248 km", "55.2 km of cables lie on a road");
    JsonNode both = JsonMapper.shared().readTree(Files.readString(Path.of(out)));
    assertThat(both.get("features").size()).isEqualTo(2);
  }

  /** No end, node or junction lies within 27 km of the town: it is served from the line itself. */
  @Test
  void theMergedNetworkIsTappedWhereATownIsNear() throws IOException {
    String merged = folder.resolve("merged.geojson").toString();
    CommandRun conflated =
        CommandRun.of(
            "conflate",
            "A=" + file("a.csv", "wkt,status\n\"LINESTRING(1 7,1.5 7)\",existing\n"),
            "B=" + file("b.csv", "wkt,status\n\"LINESTRING(1 7.003,1.5 7.003)\",existing\n"),
            "--country",
            "TGO",
            "--out",
            merged);
    assertThat(conflated.exitCode()).as(conflated.err()).isZero();
    String plan = folder.resolve("plan").toString();
    CommandRun run =
        CommandRun.of(
            "plan",
            "--country",
            "TGO",
            "--today",
            "imported",
            "--settlements",
            file("s.csv", "id,name,lon,lat,population\nt,Town,1.25,7.03,30000\n"),
            "--fibre",
            merged,
            "--budget",
            "20M",
            "--steps",
            "50",
            "--out",
            plan,
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode links =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of(plan, "links.geojson")))
            .get("features");
    assertThat(links.size()).isEqualTo(1);
    for (JsonNode place : links.get(0).get("geometry").get("coordinates")) {
      assertThat(place.get(0).asDouble()).isCloseTo(1.25, within(0.02));
      assertThat(place.get(1).asDouble()).isBetween(6.99, 7.04);
    }
  }

  /** B leaves A by 3 km for 40 km: one cable or two; what B alone tells of it is kept. */
  @Test
  void doubtfulStretchesAreListedAndDecided() throws IOException {
    String a = "A=" + file("a.csv", "wkt,id,status\n\"LINESTRING(1 7,2 7)\",a,\n");
    String b =
        "B="
            + file(
                "b.csv",
                "wkt,id,status,owner\n\"LINESTRING(1 7,1.3 7,1.32 7.03,1.68 7.03,1.7 7,2 7)\""
                    + ",b,operational,CEET\n");
    String out = folder.resolve("merged.geojson").toString();
    String doubtful = folder.resolve("doubtful.geojson").toString();
    JsonNode later =
        CommandRun.of(
                "conflate",
                a,
                b,
                "--country",
                "TGO",
                "--out",
                out,
                "--doubtful",
                doubtful,
                "--json")
            .json();
    assertThat(later.get("tolerance").get("basis").asString()).isEqualTo("OFFSETS");
    assertThat(later.get("doubtful").size()).isEqualTo(1);
    JsonNode first = rows(out).get(0).get("properties");
    assertThat(first.get("owner").asString()).isEqualTo("CEET");
    assertThat(first.get("status").asString()).isEqualTo("operational");
    assertThat(first.get("toldBy").asString()).isEqualTo("operator: B; owner: B; status: B");
    assertThat(rows(doubtful).get(0).get("properties").get("keptWkt").asString())
        .startsWith("LINESTRING");
    String id = later.get("doubtful").get(0).get("id").asString();
    CommandRun second =
        CommandRun.of(
            "conflate", a, b, "--out", out, "--json", "--decide", id.substring(0, 6) + "=second");
    assertThat(second.json().get("lengthKm").asDouble())
        .isGreaterThan(later.get("lengthKm").asDouble() + 40);
    assertThat(CommandRun.of("conflate", a, b, "--out", out, "--decide", "x=same").exitCode())
        .isEqualTo(2);
  }

  private static JsonNode rows(String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(Path.of(file))).get("features");
  }

  @Test
  void anUnknownEndingIsRefused() throws IOException {
    String a = file("a.csv", "wkt\n\"LINESTRING(1 7,1.5 7)\"\n");
    String out = folder.resolve("merged.doc").toString();
    assertThat(CommandRun.of("conflate", a, "--out", out).exitCode()).isEqualTo(2);
    assertThat(Path.of(out)).doesNotExist();
  }
}
