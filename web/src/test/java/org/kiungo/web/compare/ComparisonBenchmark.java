package org.kiungo.web.compare;

import static org.kiungo.planner.MeasurementTable.median;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The server's part of comparing two plans of 100,000 random places: over HTTP, from plan folders
 * on disk. Medians; nothing is asserted.
 */
@ApiTest
class ComparisonBenchmark {

  private static final int PLACES = 100_000;
  private static final int RUNS = 5;
  private static final long SEED = 42;

  @LocalServerPort private int port;
  @Autowired private Plans plans;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void compareTwoLargePlans() throws Exception {
    PlanFolder tiny = TinyWorld.plan(3e6);
    PlanningProblem problem = withSettlements(tiny.problem());
    String a = plans.add(folder(tiny, problem, 0.2), "sample", "a");
    String b = plans.add(folder(tiny, problem, 0.5), "sample", "b");
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/comparison.tsv"), "measure", "medianMs", "goalMs", "runs");
    String sums = "/api/v1/comparisons?plans=" + a + "," + b;
    String kinds = "/api/v1/comparisons/" + a + "/" + b + "/kinds";
    String page = "/compare?a=" + a + "&b=" + b;
    table.add("both plans read from disk, sums compared", millis(sums), "", 1);
    for (String path : List.of(sums, kinds, page, "/api/v1/plans/" + b + "/points")) {
      millis(path);
      double[] runs = DoubleStream.generate(() -> millis(path)).limit(RUNS).toArray();
      table.add(path.replace(a, "A").replace(b, "B"), median(runs), 300, RUNS);
    }
  }

  private double millis(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    long begun = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static PlanningProblem withSettlements(PlanningProblem tiny) {
    return new PlanningProblem(
        settlements(),
        tiny.nodes(),
        tiny.fibreLines(),
        tiny.towers(),
        tiny.catalogue(),
        tiny.standard(),
        tiny.money(),
        tiny.inputs());
  }

  private static List<Settlement> settlements() {
    Random random = new Random(SEED);
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < PLACES; k++) {
      settlements.add(
          SettlementBuilder.builder()
              .id("s%06d".formatted(k))
              .name(k % 10 == 0 ? "Place " + k : "")
              .location(
                  new LonLat(27 + 2.5 * random.nextDouble(), -30.7 + 2.1 * random.nextDouble()))
              .population(Math.rint(Math.exp(4 + random.nextGaussian())) + 1)
              .areaKm2(1)
              .country("LSO")
              .district("District " + k % 10)
              .modelled(k % 10 != 0)
              .build());
    }
    return settlements;
  }

  /** A plan that serves about a share of the places, each from a terminal of its own. */
  private static PlanFolder folder(PlanFolder tiny, PlanningProblem problem, double share) {
    Random random = new Random(SEED);
    List<String> technologies =
        problem.catalogue().technologies().stream().map(each -> each.id()).toList();
    List<SettlementService> services = new ArrayList<>();
    for (Settlement each : problem.settlements()) {
      boolean served = random.nextDouble() < share;
      String technology = served ? technologies.get(random.nextInt(technologies.size())) : "";
      double people = served ? each.population() : 0;
      services.add(
          new SettlementService(
              each.id(),
              served ? Status.STANDARD : Status.UNSERVED,
              technology,
              "",
              people,
              people * 0.25,
              served ? 40 : Double.NaN,
              served ? 2027 : 0,
              people * 20,
              people,
              people * 28,
              served ? null : UnservedReason.OVER_BUDGET,
              List.of()));
    }
    Plan plan = new Plan(services, List.of(), List.of(), tiny.plan().totals());
    return new PlanFolder(problem, tiny.scenario(), plan, tiny.certificate());
  }
}
