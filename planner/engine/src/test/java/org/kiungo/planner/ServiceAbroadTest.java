package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kiungo.planner.SmallWorlds.settlement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.verify.Verifier;

/** Five hamlets that one mast reaches, the two in the east beyond a border. */
class ServiceAbroadTest {

  @TempDir private Path folder;

  private static PlanningProblem world() {
    PlanningProblem cross = SmallWorlds.cross();
    return cross
        .with()
        .settlements(
            cross.settlements().stream()
                .map(s -> Set.of("s2", "s3").contains(s.id()) ? s.withCountry("TGO") : s)
                .toList())
        .catalogue(cross.catalogue().withBorders(List.of(BorderWorlds.border(1e6, 1e5))))
        .build();
  }

  private static Scenario scenario(double usdPerYear) {
    return SmallWorlds.scenario(1e6, 200)
        .with()
        .countries(List.of("BEN", "TGO"))
        .serviceAbroadUsdPerYear(usdPerYear)
        .build();
  }

  private static PlanResult plan(PlanningProblem world, double usdPerYear) {
    return Planner.plan(world, scenario(usdPerYear), Progress.NONE, () -> false);
  }

  /** Settlements with a site in another country. */
  private static Set<String> abroad(PlanningProblem world, Plan plan) {
    Crossings countries = Crossings.of(world);
    Set<String> found = new TreeSet<>();
    for (SettlementService each : plan.settlements()) {
      for (AccessSite site : plan.sites()) {
        if (site.id().equals(each.siteId())
            && countries.apart(each.settlementId(), site.placeId()).isPresent()) {
          found.add(each.settlementId());
        }
      }
    }
    return found;
  }

  private Set<String> broken(PlanningProblem world, PlanResult result) throws Exception {
    Planner.folder(world, result).write(folder);
    return broken();
  }

  private Set<String> broken() throws Exception {
    Set<String> codes = new TreeSet<>();
    Verifier.verify(folder).broken().forEach(each -> codes.add(each.code()));
    return codes;
  }

  @Test
  void aSiteServesItsOwnCountryAndAPlanThatHasItOtherwiseIsRefused() throws Exception {
    PlanResult priced = plan(world(), 100);
    assertThat(abroad(world(), priced.plan())).containsExactly("s2", "s3");
    PlanResult unpriced = plan(world(), Double.NaN);
    assertThat(abroad(world(), unpriced.plan())).isEmpty();
    assertThat(unpriced.plan().totals().peopleServed()).isEqualTo(900);
    assertThat(broken(world(), unpriced)).isEmpty();
    PlanResult claimed =
        new PlanResult(unpriced.scenario(), priced.plan(), priced.certificate(), priced.proof());
    assertThat(broken(world(), claimed)).contains("site.abroad");
  }

  @Test
  void servedFromAbroadAPlacePaysThePriceAndVerifyRecomputesIt() throws Exception {
    PlanResult free = plan(world(), 0);
    PlanResult priced = plan(world(), 100);
    assertThat(priced.plan().totals().lifetimeCostUsd())
        .isEqualTo(free.plan().totals().lifetimeCostUsd() + 200);
    assertThat(priced.plan().totals().opexUsdPerYear())
        .isEqualTo(free.plan().totals().opexUsdPerYear() + 200);
    assertThat(broken(world(), priced)).isEmpty();
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    Path services = folder.resolve("plan.geojson");
    String said = Files.readString(services);
    String abroad =
        "\"abroad\":{\"border\":\"BEN-TGO\",\"siteCountry\":\"BEN\",\"opexUsdPerYear\":100.0}";
    assertThat(said.split(java.util.regex.Pattern.quote(abroad), -1)).hasSize(3);
    Files.writeString(services, said.replace(abroad, abroad.replace("BEN\",\"o", "GHA\",\"o")));
    assertThat(broken()).containsExactly("service.abroad");
    Files.writeString(services, said);
    Path scenario = folder.resolve("scenario.json");
    String told = Files.readString(scenario);
    String wanted = "\"serviceAbroadUsdPerYear\" : 100.0";
    assertThat(told).contains(wanted);
    Files.writeString(scenario, told.replace(wanted, "\"serviceAbroadUsdPerYear\" : 90.0"));
    assertThat(broken()).contains("settlement.cost", "total.cost");
  }

  @Test
  void whereThePriceIsMoreThanAMastOfTheirOwnTheyGetThat() {
    PlanningProblem world =
        world()
            .with()
            .nodes(
                java.util.stream.Stream.concat(
                        world().nodes().stream(),
                        java.util.stream.Stream.of(
                            SmallWorlds.node("M", 2.04, 9.2).withCountry("TGO")))
                    .toList())
            .build();
    assertThat(abroad(world, plan(world, 100).plan())).isNotEmpty();
    PlanResult dear = plan(world, 300_000);
    assertThat(abroad(world, dear.plan())).isEmpty();
    assertThat(dear.plan().totals().peopleServed()).isEqualTo(1_500);
  }

  @Test
  void aTowerOfWhichNobodySaysItStandsWhereTheNearestSettlementIs() throws Exception {
    PlanningProblem world =
        world()
            .with()
            .towers(
                List.of(TowerBuilder.builder().id("T").location(new LonLat(2.03, 9.205)).build()))
            .settlements(
                List.of(
                    settlement("s0", 2, 9.2, 300),
                    settlement("s3", 2.04, 9.2, 300).withCountry("TGO")))
            .build();
    assertThat(Crossings.of(world).country("T")).isEqualTo("TGO");
    PlanResult result = plan(world, Double.NaN);
    assertThat(abroad(world, result.plan())).isEmpty();
    assertThat(broken(world, result)).isEmpty();
  }

  @Test
  void phasesAndPublicMoneyDoNotGoWithIt() {
    assertThatThrownBy(() -> scenario(100).withPublicTarget(0.5))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo("abroad.goal"));
    assertThat(scenario(Double.NaN).withPublicTarget(0.5).goal())
        .isEqualTo(Goal.LEAST_PUBLIC_MONEY_TO_TARGET);
  }
}
