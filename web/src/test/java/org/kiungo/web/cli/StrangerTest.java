package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.TinyWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A jar from outside brings a family, a technology, a medium with its look, a lever, a format to
 * read and one to write, a kind of e-service and a part of a language; each is followed to wherever
 * a user meets it. Red as soon as anything that such a jar may bring is listed in Kiungo's own code
 * again.
 */
@Tag("slow")
class StrangerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final String PLACES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">
      <place name="Alpha" population="4000"><gml:pos>28.20 -29.50</gml:pos></place>
      <place name="Beta" population="2500"><gml:pos>28.25 -29.52</gml:pos></place>
      <place name="Gamma" population="900"><gml:pos>28.35 -29.45</gml:pos></place>
      </gml:FeatureCollection>
      """;

  @TempDir private static Path folder;
  private static StrangerProcess kiungo;
  private static String address;
  private static String plan;
  private static CommandRun planned;
  private static String made;

  @BeforeAll
  static void start() throws IOException {
    kiungo = new StrangerProcess(StrangerJar.build(folder));
    String places = Files.writeString(folder.resolve("places.gml"), PLACES).toString();
    String nodes =
        Files.writeString(folder.resolve("nodes.csv"), "id,name,lon,lat\nn,Node,28.15,-29.5\n")
            .toString();
    plan = folder.resolve("plan").toString();
    planned =
        kiungo.run(
            "plan",
            "--country",
            "LSO",
            "--today",
            "imported",
            "--settlements",
            places,
            "--nodes",
            nodes,
            "--budget",
            "1M",
            "--steps",
            "50",
            "--lever",
            "terminal-voucher=0.5",
            "--out",
            plan,
            "--json");
    address = kiungo.serve(folder.resolve("data"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (kiungo != null) {
      kiungo.close();
    }
  }

  @Test
  void theFormatIsReadAndThePlanBuildsTheTechnologyUnderTheLever() throws IOException {
    assertThat(planned.exitCode()).as(planned.err()).isZero();
    JsonNode inspected =
        kiungo.run("inspect", folder.resolve("places.gml").toString(), "--json").json();
    assertThat(inspected.toString()).contains("GML places");
    JsonNode totals = planned.json().get("totals");
    assertThat(totals.get("peopleServed").asDouble()).isEqualTo(7400);
    String settlements = Files.readString(Path.of(plan, "plan.geojson"));
    assertThat(settlements).contains("\"technologyId\":\"balloon\"");
    assertThat(Files.readString(Path.of(plan, "scenario.json"))).contains("terminal-voucher");
    CommandRun dearer = lever("0");
    assertThat(dearer.json().get("totals").get("lifetimeCostUsd").asDouble())
        .isGreaterThan(totals.get("lifetimeCostUsd").asDouble());
  }

  private static CommandRun lever(String value) throws IOException {
    return kiungo.run(
        "plan",
        "--country",
        "LSO",
        "--today",
        "imported",
        "--settlements",
        folder.resolve("places.gml").toString(),
        "--nodes",
        folder.resolve("nodes.csv").toString(),
        "--budget",
        "1M",
        "--steps",
        "50",
        "--lever",
        "terminal-voucher=" + value,
        "--out",
        folder.resolve("plan-" + value).toString(),
        "--json");
  }

  @Test
  void thePlanIsVerifiedAndExported() throws IOException {
    CommandRun verified =
        kiungo.run(
            "verify",
            plan,
            "--json",
            "--input",
            folder.resolve("places.gml").toString(),
            folder.resolve("nodes.csv").toString());
    assertThat(verified.json().get("verdict").asString()).as(verified.out()).isEqualTo("proven");
    String out = folder.resolve("places.geojson").toString();
    CommandRun exported =
        kiungo.run("export", plan, "--format", "geojson", "--layer", "settlements", "--out", out);
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    assertThat(
            Files.readAllLines(Path.of(out)).stream()
                .filter(each -> each.contains("\"technologyId\":\"balloon\"")))
        .hasSize(3);
  }

  @Test
  void theExportFormatIsWrittenAndNamedAmongThoseThereAre() throws IOException {
    Path out = folder.resolve("places.txt");
    CommandRun exported = kiungo.run("export", plan, "--format", "txt", "--out", out.toString());
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    assertThat(out).hasContent("Alpha: balloon\nBeta: balloon\nGamma: balloon");
    CommandRun unknown = kiungo.run("export", plan, "--format", "dxf", "--out", out.toString());
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains(
            "csv, datapackage, fgb, geojson, gpkg, iati, oc4ids, ofds, ofds-gpkg, parquet, pmtiles, shp, txt,"
                + " xlsx");
  }

  @Test
  void theMediumIsDrawnAsItsLookSays() throws Exception {
    assertThat(text("/css/families.css"))
        .containsSubsequence(
            ":root{",
            "--l-laser:#B3261E;--l-laser-width:1.5;--l-laser-dash:1 3;",
            "[data-map=dark]{",
            "--l-laser:#FF8A80;");
    assertThat(text("/plans/" + run() + "/explore?lang=en"))
        .contains("data-layer=\"laser\"", "Laser through the air, new")
        .containsPattern("stroke=\"var\\(--l-laser\\)\"[^>]*stroke-dasharray=\"1 3\"");
    assertThat(text("/scenario?country=LSO&lang=en"))
        .containsPattern("value=\"laser\"[^§]{0,200}stroke-dasharray=\"1 3\"");
  }

  @Test
  void theBriefShowsTheFamilyWithItsSymbolColourAndPeople() throws IOException {
    Path out = folder.resolve("brief.html");
    CommandRun written = kiungo.run("brief", plan, "--lang", "ha", "--out", out.toString());
    assertThat(written.exitCode()).as(written.err()).isZero();
    String brief = Files.readString(out);
    assertThat(brief)
        .contains("id=\"sym-balloon\"", "--t-balloon:#7A1F5C", "fill=\"var(--t-balloon)\"")
        .contains("Balan-balan na sama</span></span></th>")
        .containsPattern("<use href=\"#sym-balloon\" x=");
    String row = brief.substring(brief.indexOf("Balan-balan na sama</span></span></th>"));
    assertThat(row.substring(0, row.indexOf("</td>"))).contains("7,400");
  }

  @Test
  void roundTripsAreThoseOfTheFamily() throws IOException {
    String out = folder.resolve("services").toString();
    CommandRun placed =
        kiungo.run(
            "place",
            "--plan",
            plan,
            "--services",
            "weather-post",
            "--sites",
            "1",
            "--out",
            out,
            "--json");
    assertThat(placed.exitCode()).as(placed.err()).isZero();
    // 40 ms of the technology and what the way to the post takes; 296 if it came over a gateway
    assertThat(placed.json().get("totals").get("meanRoundTripMs").asDouble()).isBetween(40.0, 60.0);
    try (Stream<Path> files = Files.list(Path.of(out))) {
      assertThat(files).anyMatch(each -> contentOf(each.toFile()).contains("weather-post"));
    }
  }

  @Test
  void pointsLegendPagesAndScriptsHaveTheFamily() throws Exception {
    JsonNode balloon = family("balloon");
    int kind = balloon.get("value").asInt();
    String id = run();
    ByteBuffer points =
        ByteBuffer.wrap(bytes("/api/v1/plans/" + id + "/points")).order(ByteOrder.LITTLE_ENDIAN);
    int n = points.getInt(4);
    byte[] kinds = Arrays.copyOfRange(points.array(), 40 + 4 * n, 40 + 5 * n);
    int servedToday = 1;
    assertThat(kinds).containsOnly(kind, servedToday, 0).contains(kind);
    assertThat(bytes("/api/v1/plans/" + id + "/classes")).isEqualTo(kinds);

    String page = text("/plans/" + id + "/explore?lang=ha");
    assertThat(page)
        .contains("data-family=\"balloon\"", "href=\"#sym-balloon\"", "Balan-balan na sama")
        .contains("data-class=\"" + kind + "\" data-name=\"Balan-balan na sama\"")
        .contains("M0-8C6-8 6 0 0 3C-6 0-6-8 0-8zM-2 5H2V8H-2z");
    assertThat(text("/css/families.css"))
        .containsSubsequence(
            ":root{", "--t-balloon:#7A1F5C", "[data-map=dark]{", "--t-balloon:#F2B5DD");
    assertThat(text("/plans/" + id + "/brief")).contains("href=\"#sym-balloon\"");
    assertThat(text("/catalogue")).contains("Balloon at 20 km");
  }

  @Test
  void theLeverIsOnTheFormAndTheLanguageInTheMenu() throws Exception {
    String form = text("/scenario?country=LSO&lang=en");
    assertThat(form)
        .contains("Terminal voucher", "of the terminal’s price", ">Scenario</a>")
        .doesNotContain("Never shown")
        .containsPattern("lang=\"ha\"[^>]*>Hausa \\(under 1% translated\\)<");
    String hausa = text("/scenario?country=LSO&lang=ha");
    assertThat(hausa)
        .contains("Taƙaitawa", "Ayyukan yanar gizo", "Takardar kayan aiki")
        .contains(">Scenario</a>", "of the terminal’s price");
    assertThat(text("/messages/ha"))
        .contains("\"ui.table.any\":\"kowane\"", "\"ui.table.find\":\"Find a place\"");
  }

  private static JsonNode family(String id) throws Exception {
    for (JsonNode each : JSON.readTree(text("/api/v1/technology-families"))) {
      if (each.get("family").get("id").asString().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("no family " + id);
  }

  /** Id of the plan of the tiny world, made once. */
  private static synchronized String run() throws Exception {
    if (made == null) {
      made = planned(address);
    }
    return made;
  }

  private static String planned(String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/runs"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(TinyWorld.scenario("1e6", 50)))
            .build();
    String run =
        JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
            .get("id")
            .asString();
    text("/api/v1/runs/" + run + "/events"); // until the run ends
    return JSON.readTree(text("/api/v1/runs/" + run)).get("planId").asString();
  }

  private static String text(String path) throws Exception {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String path) throws Exception {
    HttpResponse<byte[]> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(address + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}
