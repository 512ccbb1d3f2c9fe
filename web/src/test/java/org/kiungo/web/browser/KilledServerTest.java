package org.kiungo.web.browser;

import static com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.ServerProcess;
import org.kiungo.web.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server has answered for stays, however the process ends: a regulator brings places in a
 * browser, sees them in the workspace, plans with them to the person, and undoes them; servers that
 * are started again show the same.
 */
@Tag("slow")
class KilledServerTest {

  private static final int ROUNDS = SeededSample.takesAll() ? 5 : 2;
  private static final int COMMENTS = 20;

  /** Nearly all of the nation, so that nothing is asked. */
  private static final String PLACES =
      "name,latitude,longitude,population\nVictoria,-4.62,55.45,60001\n"
          + "Anse Royale,-4.74,55.52,30000\nBaie Sainte Anne,-4.33,55.75,20000\n"
          + "La Passe,-4.35,55.83,9000\n";

  private static final String PEOPLE = "119001";

  /** Long after any step on the busiest machine. */
  private static final double STEP_MS = 120_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @BeforeAll
  static void startChromium() {
    BrowserTest.startChromium();
  }

  @Test
  void acknowledgedPlansAndCommentsOutliveKilledServers() throws Exception {
    Path data = folder.resolve("data");
    List<String> acknowledged = new ArrayList<>();
    String plan = null;
    String inputs = null;
    String undone = null;
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        if (plan == null) {
          bringPlaces(server);
          plan = madePlan(server);
          inputs = server.get("/api/v1/plans/" + plan + "/files/inputs.json").body();
          assertThat(inputs).contains("\"name\" : \"places\"").contains("/1\"");
          assertThat(people(server, plan)).isEqualTo(PEOPLE);
          undone = undo(server);
          assertThat(undone).doesNotContain(PEOPLE);
        }
        assertThat(server.get("/api/v1/plans/" + plan + "/files/inputs.json").body())
            .isEqualTo(inputs);
        assertThat(people(server, plan)).as("what is undone stays in the plan").isEqualTo(PEOPLE);
        assertThat(workspace(server)).isEqualTo(undone);
        assertThat(server.get("/api/v1/plans/" + plan).statusCode()).isEqualTo(200);
        for (int k = 0; k < COMMENTS; k++) {
          String text = "round " + round + ", comment " + k;
          HttpResponse<String> answer =
              server.post(
                  "/api/v1/plans/" + plan + "/comments",
                  "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"" + text + "\"}");
          assertThat(answer.statusCode()).isEqualTo(201);
          acknowledged.add(text);
        }
        server.kill();
      }
      assertThat(comments(data)).isEqualTo(acknowledged);
    }
  }

  private static Page page(ServerProcess server, BrowserContext context, String path) {
    context.setDefaultTimeout(STEP_MS);
    Page page = context.newPage();
    page.navigate("http://127.0.0.1:" + server.port() + path);
    return page;
  }

  /** By the page that a regulator drops files on. */
  private void bringPlaces(ServerProcess server) throws IOException {
    Path file = Files.writeString(folder.resolve("places.csv"), PLACES);
    try (BrowserContext context = BrowserTest.profile()) {
      Page page = page(server, context, "/data?country=SYC");
      page.selectOption("#layer", "settlements");
      page.setInputFiles("#file", file);
      page.locator("#columns").waitFor();
      page.fill("#name", "places");
      page.fill("#source", "Regulator");
      page.fill("#licence", "CC BY 4.0");
      page.locator("#commit:enabled").click();
      page.locator("#steps [data-step=done][aria-current]").waitFor();
    }
    assertThat(workspace(server)).contains(PEOPLE);
  }

  /** What the workspace says of people, as its page has it; figures without their marks. */
  private static String workspace(ServerProcess server) {
    try (BrowserContext context = BrowserTest.profile()) {
      Page page = page(server, context, "/data/SYC");
      page.locator("[data-testid=total-SETTLEMENTS]").waitFor();
      return page.innerText("[data-testid=total-SETTLEMENTS]")
          .replaceAll("(?<=\\d)\\D(?=\\d{3})", "");
    }
  }

  /** Undoes the places on their page. */
  private static String undo(ServerProcess server) {
    try (BrowserContext context = BrowserTest.profile()) {
      Page page = page(server, context, "/data?country=SYC");
      page.locator("#datasets li > button").click();
      page.locator("#undo-yes").click();
      page.locator("#undo").waitFor(new Locator.WaitForOptions().setState(HIDDEN));
    }
    return workspace(server);
  }

  /** Residents of all places of a plan. */
  private static String people(ServerProcess server, String plan) throws Exception {
    double sum = 0;
    String places = server.get("/api/v1/plans/" + plan + "/files/settlements.geojson").body();
    for (JsonNode each : JSON.readTree(places).get("features")) {
      sum += each.get("properties").get("population").asDouble();
    }
    return Long.toString(Math.round(sum));
  }

  /** The smallest question that the built-in data has an answer to. */
  private static String madePlan(ServerProcess server) throws Exception {
    HttpResponse<String> begun =
        server.post(
            "/api/v1/runs",
            "{\"countries\": [\"SYC\"], \"budgetUsd\": 1000000, \"steps\": 1, \"name\": \"kept\"}");
    assertThat(begun.statusCode()).isEqualTo(202);
    String id = JSON.readTree(begun.body()).get("id").asString();
    while (true) {
      JsonNode run = JSON.readTree(server.get("/api/v1/runs/" + id).body());
      if (!run.path("planId").isNull() && !run.path("planId").isMissingNode()) {
        return run.get("planId").asString();
      }
      assertThat(run.get("state").asString()).isIn("QUEUED", "RUNNING");
    }
  }

  private static List<String> comments(Path data) {
    try (HikariDataSource database = Databases.open(data.resolve("database"), "")) {
      return JdbcClient.create(database)
          .sql("SELECT body FROM plan_comment ORDER BY number")
          .query(String.class)
          .list();
    }
  }
}
