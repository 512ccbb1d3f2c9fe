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

  /** Level ground of one degree by three, as a tile that was fetched. */
  private void tile(Path tiles, int lon) throws IOException {
    String wgs84 =
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]";
    Files.writeString(tiles.resolve("t" + lon + ".prj"), wgs84);
    Files.writeString(
        tiles.resolve("t" + lon + ".asc"),
        "ncols 20\nnrows 60\nxllcorner "
            + lon
            + "\nyllcorner -31\ncellsize 0.05\n"
            + "1800 ".repeat(1200));
  }

  /** What is fetched once becomes one raster, over which a plan's hops are checked. */
  @Test
  void heightsAreListedJoinedAndUsed() throws IOException {
    CommandRun listed = CommandRun.of("elevation", "--country", "LSO", "--lang", "fr");
    assertThat(listed.out())
        .contains("/Copernicus_DSM_COG_30_S30_00_E028_00_DEM.tif", "fichiers de Copernicus DEM");
    Path tiles = Files.createDirectory(folder.resolve("fetched"));
    Files.writeString(tiles.resolve("readme.txt"), "not a raster");
    tile(tiles, 27);
    tile(tiles, 28);
    String ground = folder.resolve("ground.tif").toString();
    CommandRun made =
        CommandRun.of(
            "elevation",
            "--country",
            "LSO",
            "--tiles",
            tiles.toString(),
            "--cell",
            "180",
            "--out",
            ground,
            "--json");
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.json().get("rasters").asInt()).isEqualTo(2);
    // the easternmost places lie on a tile that nobody fetched
    assertThat(made.json().get("placesKnown").asInt())
        .isPositive()
        .isLessThan(made.json().get("places").asInt());
    CommandRun flat = plan("flat", "--steps", "5", "--today", "unknown", "--elevation", ground);
    assertThat(flat.out()).contains("it closes ").doesNotContain("unverified");
    assertThat(plan("unseen", "--steps", "5", "--today", "unknown").out())
        .contains("Radio links of unverified line of sight");
    assertThat(Files.readString(folder.resolve("flat/inputs.json")))
        .contains(made.json().get("sha256").asString());
    assertThat(CommandRun.of("elevation", "--country", "LSO", "--of", "ASTER").err())
        .contains("GLO-90, GLO-30");
  }

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
    Path areas =
        Files.writeString(
            folder.resolve("areas.csv"),
            "id,generation,wkt\na,4G,\"POLYGON((28.1 -29.6,28.3 -29.6,28.3 -29.4,28.1 -29.6))\"\n");
    CommandRun covered = plan("covered", "--steps", "5", "--coverage", areas.toString());
    assertThat(covered.out())
        .containsPattern("LSO: the areas of coverage hold [0-9]%")
        .contains("--use coverage=areas.csv:replace,built-in:fill");
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
        .doesNotContain("The distance to the power grid");
    assertThat(plan("dark", "--steps", "5", "--today", "unknown").out())
        .contains("The distance to the power grid is not known for");
    String places = Files.readString(folder.resolve("powered/settlements.geojson"));
    assertThat(places).contains("\"distanceToGridKm\":0", "\"distanceToGridKm\":4.8");
    assertThat(Files.readString(folder.resolve("powered/inputs.json"))).contains("\"grid\"");
    // Alpha may not be built on, at Beta building costs more
    Path zones =
        Files.writeString(
            folder.resolve("zones.csv"),
            "kind,effect,cost_ratio,wkt\n"
                + "flood,closed,,\"POLYGON ((28.1 -29.6, 28.22 -29.6, 28.22 -29.4, 28.1 -29.4, 28.1 -29.6))\"\n"
                + "season,,1.4,\"POLYGON ((28.22 -29.6, 28.3 -29.6, 28.3 -29.4, 28.22 -29.4, 28.22 -29.6))\"\n"
                + "season,wet,0.4,\"POLYGON ((28 -29.6, 28.1 -29.6, 28.1 -29.4, 28 -29.4, 28 -29.6))\"\n");
    CommandRun wet =
        plan("wet", "--steps", "5", "--today", "unknown", "--hazard", zones.toString());
    assertThat(wet.exitCode()).as(wet.err()).isZero();
    assertThat(wet.out() + wet.err())
        .contains("3 rows, 2 accepted, 1 refused", "neither that sites are closed", "Proven:");
    assertThat(Files.readString(folder.resolve("wet/settlements.geojson")))
        .contains("\"siteClosed\":true", "\"siteCostRatio\":1.4");
    assertThat(Files.readString(folder.resolve("wet/sites.csv")))
        .contains(",b,")
        .doesNotContain(",a,");
    CommandRun unknown = plan("x", "--use", "settlements=other.csv:replace,built-in:fill");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no file other.csv was given for the layer settlements");
    assertThat(plan("x", "--use", "settlements=built-in").err()).contains("LAYER=SOURCE:USE");
    assertThat(plan("x", "--use", "settlements=settlements.csv:alone,built-in:fill").err())
        .contains("cannot be one of several sources");
  }
}
