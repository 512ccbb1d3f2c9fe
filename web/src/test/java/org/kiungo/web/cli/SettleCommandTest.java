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

/** Settlements and their attributes from the command line, on a world of two towns. */
class SettleCommandTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Two towns of 900 and 600 people a kilometre cell, 0.4 degrees apart, in Lesotho. */
  private String raster() throws IOException {
    StringBuilder cells =
        new StringBuilder("ncols 50\nnrows 3\nxllcorner 28\nyllcorner -29.53\ncellsize 0.01\n");
    for (int k = 0; k < 150; k++) {
      cells.append(k == 55 ? "900 " : k == 95 ? "600 " : "0 ");
    }
    Files.writeString(
        folder.resolve("people.prj"),
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]");
    return file("people.asc", cells.toString());
  }

  @Test
  void aRasterIsSettledAndEveryKindOfAttributeJoined() throws IOException {
    String out = folder.resolve("settled.geojson").toString();
    String square = "POLYGON((28 -30,28.2 -30,28.2 -29,28 -29,28 -30))";
    CommandRun run =
        CommandRun.of(
            "settle",
            raster(),
            "--out",
            out,
            "--json",
            "--attributes",
            "nightLight=" + raster(),
            file("roads.csv", "wkt\n\"LINESTRING(28 -29.6,28.5 -29.6)\"\n"),
            "grid=" + file("lines.csv", "wkt\n\"LINESTRING(28 -29.4,28.5 -29.4)\"\n"),
            file("masts_towers.csv", "id,lon,lat\nt,28.055,-29.515\n"),
            "nodes=" + file("n.csv", "id,name,lon,lat\nn,N,28.055,-29.415\n"),
            "coverage=" + file("c.csv", "wkt,generation\n\"" + square + "\",4G\n"),
            "coverage-3g=" + file("d.csv", "wkt\n\"" + square + "\"\n"),
            "boundaries=" + file("b.csv", "wkt,name\n\"" + square + "\",West\n"),
            file("schools.csv", "name,lon,lat\nA,28.055,-29.515\nB,28.075,-29.515\n"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.get("settlements").asInt()).isEqualTo(2);
    assertThat(answer.get("peopleInSettlements").asDouble()).isEqualTo(1_500);
    assertThat(answer.get("attributes").size()).isEqualTo(9);
    JsonNode features =
        JsonMapper.shared().readTree(Files.readString(Path.of(out))).get("features");
    JsonNode west = features.get(0).get("properties");
    JsonNode east = features.get(1).get("properties");
    assertThat(west.get("population").asDouble()).isEqualTo(900);
    assertThat(number(west, "nightLight")).isEqualTo(900);
    assertThat(number(west, "distanceToRoadKm")).isCloseTo(9.42, within(0.05));
    assertThat(west.get("distanceToGridKm").asDouble()).isCloseTo(12.75, within(0.05));
    assertThat(number(west, "distanceToTowerKm")).isZero();
    assertThat(number(west, "distanceToNodeKm")).isCloseTo(11.09, within(0.05));
    assertThat(number(west, "coverage4gRatio")).isEqualTo(1);
    assertThat(number(east, "coverage4gRatio")).isZero();
    assertThat(number(east, "coverage3gRatio")).isZero();
    assertThat(west.get("district").asString()).isEqualTo("West");
    assertThat(number(west, "schoolsInside")).isEqualTo(1);
    assertThat(number(west, "schoolsNear")).isEqualTo(2);
    assertThat(number(west, "densityPerKm2")).isCloseTo(900 / 1.073, within(5.0));
  }

  private static double number(JsonNode properties, String name) {
    return Double.parseDouble(properties.get(name).asString());
  }

  @Test
  void settlementsThatAreThereAlreadyAreJoined() throws IOException {
    String out = folder.resolve("joined.geojson").toString();
    String places = file("places.csv", "id,lon,lat,population\na,28.055,-29.515,10\n");
    CommandRun run =
        CommandRun.of(
            "settle",
            places,
            "--country",
            "LSO",
            "--out",
            out,
            "--attributes",
            file("schools.csv", "name,lon,lat\nA,28.055,-29.515\n"),
            "--census",
            file(
                "census.csv",
                "District;Population 2016;Pop 2026\nDistrict de MASERU;9;25\nTotal;9;25\n"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("schoolsInside, schoolsNear")
        .contains("one district counted; 10 people before, 25 after");
    assertThat(Files.readString(Path.of(out))).contains("\"population\":25");
    assertThat(Files.readString(Path.of(out))).contains("\"schoolsNear\":\"1\"");
  }

  @Test
  void aFileWhoseMeaningIsUnknownIsRefusedBeforeAnyWork() throws IOException {
    CommandRun run =
        CommandRun.of(
            "settle",
            raster(),
            "--out",
            folder.resolve("x.geojson").toString(),
            "--attributes",
            file("zz.csv", "lon,lat\n28,-29\n"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("zz.csv").contains("fibre-lines");
  }
}
