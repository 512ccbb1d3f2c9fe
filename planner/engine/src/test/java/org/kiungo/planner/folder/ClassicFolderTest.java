package org.kiungo.planner.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.DataRules;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.ClassicModel;
import org.kiungo.planner.place.ClassicPlacement;
import org.kiungo.planner.place.ClassicPlan;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.network.NetworkRoundTrips;
import org.kiungo.planner.place.network.ServiceNetwork;
import org.kiungo.planner.servicefolder.ClassicFolder;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.placement.ClassicVerifier;

class ClassicFolderTest {

  private static final EService KIND =
      CatalogueReader.builtInServices().stream()
          .filter(s -> s.id().equals("telemedicine-hub"))
          .findFirst()
          .orElseThrow();

  private static final LocationLimits LIMITS = new LocationLimits(0, 2, 200, 50);

  /** A tree of 14 places in three countries, one of which keeps its data. */
  private static ServiceProblem problem(int seed) {
    Random random = new Random(seed);
    int n = 14;
    String[] country = {"KEN", "UGA", "RWA"};
    List<LonLat> places = new ArrayList<>();
    IntStream.range(0, n).forEach(v -> places.add(new LonLat(30 + v, 0)));
    int[] from = IntStream.range(1, n).toArray();
    int[] to = IntStream.range(1, n).map(random::nextInt).toArray();
    double[] ms = IntStream.range(1, n).mapToDouble(v -> 1 + random.nextInt(90)).toArray();
    ServiceNetwork.Kind[] kind = new ServiceNetwork.Kind[n - 1];
    Arrays.fill(kind, ServiceNetwork.Kind.ASSUMED);
    List<ServiceProblem.User> users = new ArrayList<>();
    int[] userNode = new int[24];
    double[] access = new double[24];
    for (int i = 0; i < 24; i++) {
      userNode[i] = random.nextInt(9) == 0 ? -1 : random.nextInt(n);
      access[i] = random.nextInt(30);
      users.add(
          new ServiceProblem.User(
              "u" + i,
              "User " + i,
              places.get(i % n),
              country[i % 3],
              100 + random.nextInt(9000),
              1 + random.nextInt(200),
              Set.of(KIND.id())));
    }
    List<ServiceProblem.Site> sites = new ArrayList<>();
    int[] siteNode = random.ints(8, 0, n).toArray();
    for (int j = 0; j < 8; j++) {
      sites.add(
          new ServiceProblem.Site(
              "s" + j,
              "Site " + j,
              places.get(siteNode[j]),
              country[j % 3],
              KIND.eligible().get(0),
              20_000,
              2_000,
              j == 0 ? Set.of(KIND.id()) : Set.of()));
    }
    Sovereignty.Rule rule =
        new Sovereignty.Rule("KEN", "health", Sovereignty.Place.IN_COUNTRY, "2021", "test", "high");
    return new ServiceProblem(
        List.of(KIND),
        users,
        sites,
        new NetworkRoundTrips(
            new ServiceNetwork(places, from, to, ms, kind), userNode, access, siteNode),
        new DataRules(List.of(rule), Map.of(), Sovereignty.Place.FREE),
        Double.POSITIVE_INFINITY,
        Money.DEFAULT,
        0.2);
  }

  private static void write(Path folder, int seed, ClassicModel model) throws IOException {
    ServiceProblem problem = problem(seed);
    ClassicPlacement.Question question =
        new ClassicPlacement.Question(
            model, 3, seed % 2 == 0 ? Double.NaN : KIND.maxRoundTripMs().value() / 2, 0.01);
    ClassicPlan plan =
        ClassicPlacement.solve(problem, question, LIMITS, Progress.NONE, () -> false);
    new ClassicFolder("test", problem, Map.of(), question, plan, 0, "test", "test").write(folder);
  }

  @ParameterizedTest
  @EnumSource(ClassicModel.class)
  void whatIsWrittenIsAccepted(ClassicModel model, @TempDir Path folder) throws IOException {
    int written = 0;
    for (int seed = 0; seed < 20; seed++) {
      try {
        write(folder, seed, model);
      } catch (InputRefused refused) {
        continue;
      }
      written++;
      assertThat(ClassicVerifier.verify(folder).broken()).as("seed %d", seed).isEmpty();
    }
    assertThat(written).isGreaterThan(10);
  }

  @Test
  void theSameAnswerIsTheSameBytes(@TempDir Path folder) throws IOException {
    write(folder, 1, ClassicModel.MCLP);
    byte[] first = Files.readAllBytes(folder.resolve("classic-plan.json"));
    write(folder, 1, ClassicModel.MCLP);
    assertThat(Files.readAllBytes(folder.resolve("classic-plan.json"))).isEqualTo(first);
  }

  /** One change each, and the rule that must tell. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MCLP            | classic-plan    | "value" : [0-9.E]+           | "value" : 7                | services.value
          P_MEDIAN        | classic-plan    | "value" : [0-9.E]+           | "value" : 7                | services.value
          P_CENTRE        | classic-plan    | "value" : [0-9.E]+           | "value" : 1                | services.value
          LSCP            | classic-plan    | "value" : [0-9.E]+           | "value" : 1                | services.value
          BACKUP_COVERAGE | classic-plan    | "value" : [0-9.E]+           | "value" : 7                | services.value
          UFLP            | classic-plan    | "value" : [0-9.E]+           | "value" : 7                | services.value
          SSCFLP          | classic-plan    | "value" : [0-9.E]+           | "value" : 7                | services.value
          MCLP            | classic-plan    | "bound" : [0-9.E]+           | "bound" : 7                | bound.value
          P_MEDIAN        | classic-plan    | "bound" : [0-9.E]+           | "bound" : 1E12             | bound.value
          P_MEDIAN        | classic-plan    | "gapRatio" : [-0-9.E]+       | "gapRatio" : 0.5           | certificate.gap
          P_MEDIAN        | classic-plan    | "sitesAsked" : 3             | "sitesAsked" : 2           | classic.sites
          P_MEDIAN        | classic-plan    | "siteIds" : \\[              | "siteIds" : [ "s7","s7",   | classic.sites
          P_MEDIAN        | classic-plan    | "siteIds" : \\[              | "siteIds" : [ "nowhere",   | services.eligible
          P_MEDIAN        | classic-plan    | "roundTripMs" : [0-9.]+      | "roundTripMs" : 0.5        | services.roundTrip
          P_MEDIAN        | classic-plan    | "siteId" : "s[0-9]"          | "siteId" : "nowhere"       | services.host
          MCLP            | classic-plan    | "siteId" : "s[0-9]"          | "siteId" : ""              | classic.nearest
          LSCP            | classic-plan    | "siteId" : "s[0-9]"          | "siteId" : ""              | classic.everybody
          P_MEDIAN        | classic-plan    | "userId" : "u1"              | "userId" : "u2"            | services.all
          P_MEDIAN        | classic-plan    | "userId" : "u1"              | "userId" : "u2"            | services.once
          P_MEDIAN        | classic-problem | "people" : [0-9.]+           | "people" : 99999           | services.value
          P_MEDIAN        | classic-problem | "applied" : true             | "applied" : false          | classic.nearest
          P_MEDIAN        | classic-problem | "country" : "KEN"            | "country" : "UGA"          | services.law
          SSCFLP          | classic-problem | "units" : [0-9]+             | "units" : 99999999         | services.capacity
          """)
  void aForgedFolderIsRefusedByTheRuleItBreaks(
      ClassicModel model, String file, String old, String forged, String rule, @TempDir Path folder)
      throws IOException {
    boolean told = false;
    for (int seed = 0; seed < 30 && !told; seed++) {
      try {
        write(folder, seed, model);
      } catch (InputRefused refused) {
        continue;
      }
      Path path = folder.resolve(file + ".json");
      String text = Files.readString(path);
      Files.writeString(path, text.replaceFirst(old, forged));
      told =
          ClassicVerifier.verify(folder).broken().stream().map(Check::code).anyMatch(rule::equals);
    }
    assertThat(told).isTrue();
  }
}
