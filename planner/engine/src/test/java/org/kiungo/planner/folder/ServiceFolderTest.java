package org.kiungo.planner.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.DataRules;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.place.network.NetworkRoundTrips;
import org.kiungo.planner.place.network.ServiceNetwork;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.planner.servicefolder.ServiceRequestFile;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.placement.ServiceVerifier;

class ServiceFolderTest {

  private static final List<EService> CATALOGUE = CatalogueReader.builtInServices();

  private static ServiceProblem problem(int seed) {
    Random random = new Random(seed);
    int n = 12;
    List<LonLat> places = new ArrayList<>();
    int[] from = new int[n - 1];
    int[] to = new int[n - 1];
    double[] ms = new double[n - 1];
    ServiceNetwork.Kind[] kind = new ServiceNetwork.Kind[n - 1];
    for (int v = 0; v < n; v++) {
      places.add(new LonLat(30 + v, random.nextInt(5)));
      if (v > 0) {
        from[v - 1] = v;
        to[v - 1] = random.nextInt(v);
        ms[v - 1] = 1 + random.nextInt(20);
        kind[v - 1] = ServiceNetwork.Kind.ASSUMED;
      }
    }
    List<ServiceProblem.User> users = new ArrayList<>();
    List<ServiceProblem.Site> sites = new ArrayList<>();
    int[] userNode = new int[20];
    double[] access = new double[20];
    int[] siteNode = new int[6];
    String[] countries = {"KEN", "UGA", "RWA"};
    for (int i = 0; i < userNode.length; i++) {
      userNode[i] = random.nextInt(9) == 0 ? -1 : random.nextInt(n);
      access[i] = random.nextInt(40);
      users.add(
          new ServiceProblem.User(
              "u" + i,
              "User " + i,
              places.get(i % n),
              countries[i % 3],
              100 + random.nextInt(9000),
              1 + random.nextInt(200),
              Set.of("telemedicine-hub", "exchange-point")));
    }
    for (int j = 0; j < siteNode.length; j++) {
      siteNode[j] = random.nextInt(n);
      sites.add(
          new ServiceProblem.Site(
              "s" + j,
              "Site " + j,
              places.get(siteNode[j]),
              countries[j % 3],
              EService.SiteKind.CITY,
              20_000,
              2_000,
              j == 0 ? Set.of("exchange-point") : Set.of()));
    }
    DataRules law =
        new DataRules(
            List.of(
                new Sovereignty.Rule(
                    "KEN", "health", Sovereignty.Place.IN_COUNTRY, "2021", "test", "high")),
            Map.of(),
            Sovereignty.Place.FREE);
    return new ServiceProblem(
        CATALOGUE.stream()
            .filter(s -> Set.of("telemedicine-hub", "exchange-point").contains(s.id()))
            .toList(),
        users,
        sites,
        new NetworkRoundTrips(
            new ServiceNetwork(places, from, to, ms, kind), userNode, access, siteNode),
        law,
        600_000,
        Money.DEFAULT,
        0.2);
  }

  private static void write(Path folder, int seed) throws IOException {
    ServiceProblem problem = problem(seed);
    ServicePlacement.Solved solved =
        ServicePlacement.solve(
            problem,
            new ServicePlacement.Limits(seed, 40, 10, 0),
            "test",
            "test",
            Progress.NONE,
            () -> false);
    new ServiceFolder("test", problem, Map.of(), Map.of(), solved).write(folder);
  }

  @Test
  void whatIsWrittenIsAcceptedAndItsBoundFollowsFromItsPrices(@TempDir Path folder)
      throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      write(folder, seed);
      Verification found = ServiceVerifier.verify(folder);
      assertThat(found.broken()).as("seed %d", seed).isEmpty();
      assertThat(found.boundConfirmed()).as("seed %d", seed).isTrue();
    }
  }

  private static List<String> brokenAfter(Path folder, String file, String old, String changed)
      throws IOException {
    write(folder, 3);
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    String spoiled = text.replaceFirst(old, changed);
    assertThat(spoiled).isNotEqualTo(text);
    Files.writeString(path, spoiled);
    return ServiceVerifier.verify(folder).broken().stream().map(check -> check.code()).toList();
  }

  @Test
  void aSpoiledPlanIsRefusedByTheRuleItBreaks(@TempDir Path folder) throws IOException {
    assertThat(
            brokenAfter(
                folder, "service-problem.json", "\"roundTripMs\" : \\d+", "\"roundTripMs\" : 500"))
        .contains("services.roundTrip");
    assertThat(
            brokenAfter(
                folder, "service-problem.json", "\"budgetUsd\" : [^,]+", "\"budgetUsd\" : 1"))
        .contains("services.budget");
    assertThat(brokenAfter(folder, "service-plan.json", "\"bound\" : [\\d.E]+", "\"bound\" : 1"))
        .contains("bound.value", "bound.proven");
    assertThat(
            brokenAfter(
                folder,
                "service-problem.json",
                "\"whereUnknown\" : \"FREE\"",
                "\"whereUnknown\" : \"IN_COUNTRY\""))
        .contains("services.law");
    assertThat(
            brokenAfter(
                folder, "service-plan.json", "\"peopleServed\" : [\\d.E]+", "\"peopleServed\" : 1"))
        .containsExactly("services.people");
    assertThat(brokenAfter(folder, "service-plan.json", "\"people\" : [\\d.E]+", "\"people\" : 1"))
        .containsExactly("services.people");
  }

  @Test
  void aUserIsExplainedByIdAndByName(@TempDir Path folder) throws IOException {
    write(folder, 3);
    assertThat(ServiceAnswer.of(folder, "u4")).hasSize(2);
    assertThat(ServiceAnswer.of(folder, "user 4")).isEqualTo(ServiceAnswer.of(folder, "u4"));
    assertThat(ServiceAnswer.of(folder, "nobody")).isEmpty();
  }

  private static ServiceRequest request(String json) {
    return ServiceRequestFile.read(json.getBytes(StandardCharsets.UTF_8), CATALOGUE);
  }

  @Test
  void aRequestChangesFiguresAndBringsItsOwnSites() {
    ServiceRequest found =
        request(
            """
            {"services": ["exchange-point",
               {"id": "telemedicine-hub", "siteCapexUsd": 70000, "copies": 2, "apart": "GRID"}],
             "budgetUsd": 1e6, "sovereignty": "cautious",
             "sites": [{"id": "a", "lon": 30, "lat": -2, "country": "RWA", "grid": "EAPP"}],
             "users": [{"id": "h", "lon": 30, "lat": -2, "country": "RWA", "people": 9,
               "kind": "HEALTH_FACILITIES"}]}
            """);
    assertThat(found.services().get(1).siteCapexUsd().value()).isEqualTo(70000);
    assertThat(found.services().get(1).apart()).isEqualTo(EService.Apart.GRID);
    assertThat(found.law()).isEqualTo(ServiceRequest.Law.CAUTIOUS);
    assertThat(found.sites().get(0).grid()).isEqualTo("EAPP");
    assertThat(found.users().get(EService.Users.HEALTH_FACILITIES)).hasSize(1);
  }

  @Test
  void whatARequestCannotMeanIsNamed() {
    refused("{\"services\": []}", "services.none");
    refused("{\"services\": [\"teleport\"]}", "services.unknown");
    refused("{\"services\": [\"exchange-point\", \"exchange-point\"]}", "services.twice");
    refused("{\"services\": [\"exchange-point\"], \"bugdet\": 1}", "services.field");
    refused("{\"services\": [\"exchange-point\"], \"sovereignty\": \"maybe\"}", "services.value");
    refused("{\"services\": [\"exchange-point\"], \"budgetUsd\": -1}", "field.range");
    refused("{\"services\"", "services.unreadable");
    refused(
        "{\"services\": [{\"id\": \"exchange-point\", \"siteCapexUsd\": -5}]}", "services.value");
  }

  private static void refused(String json, String code) {
    assertThatThrownBy(() -> request(json))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).as(json).isEqualTo(code));
  }
}
