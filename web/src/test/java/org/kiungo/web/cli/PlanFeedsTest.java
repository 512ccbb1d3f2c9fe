package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What feeds a plan of the command line. */
class PlanFeedsTest {

  @TempDir private Path folder;

  private CommandRun plan(String out, String... more) throws IOException {
    Path settlements =
        Files.writeString(
            folder.resolve("settlements.csv"),
            "id,name,lon,lat,population\na,Alpha,28.20,-29.50,4000\nb,Beta,28.25,-29.52,3400\n");
    Path nodes =
        Files.writeString(folder.resolve("nodes.csv"), "id,name,lon,lat\nn,Node,28.15,-29.50\n");
    List<String> args = new ArrayList<>(List.of("plan", "--country", "LSO", "--lang", "en"));
    args.addAll(List.of("--settlements", settlements.toString(), "--nodes", nodes.toString()));
    args.addAll(List.of("--out", folder.resolve(out).toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  /** The file that is planned alone is said to be a part; a ranked choice is part of the plan. */
  @Test
  void whatFeedsAPlanIsSaidAndKept() throws IOException {
    CommandRun silent = plan("silent", "--steps", "5");
    assertThat(silent.out()).contains("7,400 people", "--use settlements=settlements.csv:replace");
    CommandRun chosen =
        plan("chosen", "--steps", "5", "--use", "settlements=settlements.csv:alone");
    assertThat(chosen.exitCode()).as(chosen.err()).isZero();
    assertThat(chosen.out()).contains("Settlements: settlements.csv (used alone).");
    assertThat(Files.readString(folder.resolve("chosen/scenario.json")))
        .contains("\"source\" : \"settlements.csv\"");
    Path census =
        Files.writeString(
            folder.resolve("census.csv"),
            "District;Population 2026\nMaseru;4000\nThaba-Tseka;5000\n");
    CommandRun counted = plan("counted", "--steps", "5", "--census", census.toString());
    assertThat(counted.exitCode()).as(counted.err()).isZero();
    assertThat(counted.out())
        .contains("Of 9,000 people", "Census table by district: census.csv (used alone).");
    assertThat(plan("x", "--country", "BEN", "--census", census.toString()).err())
        .contains("census.csv is a census of one country");
    // Beta stands on a line; one that is planned passes Alpha and does not count
    Path lines =
        Files.writeString(
            folder.resolve("lines.csv"),
            "id,status,wkt\nl,existing,\"LINESTRING (28.25 -29.6, 28.25 -29.4, 28.1 -29.4)\"\n"
                + "p,planned,\"LINESTRING (28.2 -29.6, 28.2 -29.4)\"\n");
    CommandRun powered =
        plan("powered", "--steps", "5", "--today", "unknown", "--grid", lines.toString());
    assertThat(powered.exitCode()).as(powered.err()).isZero();
    assertThat(powered.out())
        .contains("Power grid: lines.csv (used alone).", "from the grid")
        .contains("Proven:")
        .doesNotContain("How far the power grid is");
    assertThat(plan("dark", "--steps", "5", "--today", "unknown").out())
        .contains("How far the power grid is is not known for");
    String places = Files.readString(folder.resolve("powered/settlements.geojson"));
    assertThat(places).contains("\"distanceToGridKm\":0", "\"distanceToGridKm\":4.8");
    assertThat(Files.readString(folder.resolve("powered/inputs.json"))).contains("\"grid\"");
    CommandRun unknown = plan("x", "--use", "settlements=other.csv:replace,built-in:fill");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no file other.csv was given for the layer settlements");
    assertThat(plan("x", "--use", "settlements=built-in").err()).contains("LAYER=SOURCE:USE");
    assertThat(plan("x", "--use", "settlements=settlements.csv:alone,built-in:fill").err())
        .contains("cannot be one of several sources");
  }
}
