package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.compare.Corridor;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.cost.CountrySpending;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.scenario.Borders;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/** Three places in a row, the last of them in another country. */
class BorderPlanTest {

  @TempDir private Path folder;

  /** N – s1 – s2 | s3, and beyond it a node of the other country where one is asked for. */
  private static PlanningProblem world(double borderUsd, List<NetworkNode> beyond) {
    PlanningProblem line = SmallWorlds.line(3);
    return line.with()
        .settlements(
            line.settlements().stream()
                .map(s -> s.id().equals("s3") ? s.withCountry("TGO") : s)
                .toList())
        .nodes(java.util.stream.Stream.concat(line.nodes().stream(), beyond.stream()).toList())
        .catalogue(line.catalogue().withBorders(List.of(BorderWorlds.border(borderUsd, 100))))
        .build();
  }

  private static PlanningProblem farFromOwn(PlanningProblem world) {
    return world.withNodes(
        world.nodes().stream()
            .map(n -> n.id().equals("N") ? SmallWorlds.node("N", 2, 8.85) : n)
            .toList());
  }

  private static PlanResult plan(PlanningProblem problem, Borders borders) {
    Scenario scenario =
        SmallWorlds.scenario(1e6, 200).with().countries(List.of("BEN", "TGO")).build();
    return Planner.plan(problem, scenario.withBorders(borders), Progress.NONE, () -> false);
  }

  private static List<BuiltLink> across(PlanningProblem problem, PlanResult result) {
    Crossings crossings = Crossings.of(problem);
    return result.plan().links().stream()
        .filter(each -> crossings.find(each.fromId(), each.toId()).isPresent())
        .toList();
  }

  @Test
  void aLinkAcrossPaysForTheBorderAndVerifyRecomputesIt() throws Exception {
    PlanningProblem free = world(0, List.of());
    PlanningProblem dear = world(7_000, List.of());
    BuiltLink before = across(free, plan(free, Borders.OPEN)).get(0);
    PlanResult result = plan(dear, Borders.OPEN);
    BuiltLink crossing = across(dear, result).get(0);
    assertThat(crossing.capexUsd() - before.capexUsd()).isEqualTo(7_000);
    assertThat(crossing.opexUsdPerYear()).isEqualTo(before.opexUsdPerYear()).isEqualTo(100);
    Planner.folder(dear, result).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    Path links = folder.resolve("links.geojson");
    String told = Files.readString(links);
    String wanted = "\"crossing\":{\"border\":\"BEN-TGO\",\"capexUsd\":7000.0,";
    assertThat(told).contains(wanted);
    assertThat(PlanFolder.read(folder).plan()).isEqualTo(result.plan());
    Files.writeString(links, told.replace(wanted, wanted.replace("7000", "6000")));
    assertThat(Verifier.verify(folder).broken()).extracting("code").containsOnly("link.crossing");
    Files.writeString(links, told.replaceFirst(",\"crossing\":\\{[^}]*}", ""));
    assertThat(Verifier.verify(folder).broken()).extracting("code").containsOnly("link.crossing");
  }

  @Test
  void aRadioHopPaysWhatIsSaidOfItAndABorderByNameGoesBeforeAny() throws Exception {
    PlanningProblem free = world(0, List.of());
    double before = across(free, plan(free, Borders.OPEN)).get(0).capexUsd();
    List<BorderPrice> any =
        List.of(BorderWorlds.border(7_000, 100), BorderWorlds.radio(3_000, 100));
    PlanningProblem radio = free.withCatalogue(free.catalogue().withBorders(any));
    PlanResult result = plan(radio, Borders.OPEN);
    BuiltLink hop = across(radio, result).get(0);
    assertThat(hop.mediumId()).isEqualTo("microwave");
    assertThat(hop.capexUsd() - before).isEqualTo(3_000);
    Planner.folder(radio, result).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    BorderPrice named =
        BorderWorlds.border(5_000, 100).with().id("bt").pairs(List.of("BEN-TGO")).build();
    PlanningProblem both =
        free.withCatalogue(free.catalogue().withBorders(List.of(any.get(0), any.get(1), named)));
    assertThat(across(both, plan(both, Borders.OPEN)).get(0).capexUsd() - before).isEqualTo(5_000);
  }

  @Test
  void aClosedBorderIsNotCrossedAndVerifyHoldsThatToo() throws Exception {
    PlanningProblem problem = world(7_000, List.of());
    PlanResult closed = plan(problem, Borders.CLOSED);
    assertThat(across(problem, closed)).isEmpty();
    assertThat(closed.plan().totals().peopleServed()).isEqualTo(1_000);
    Planner.folder(problem, closed).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    PlanResult open = plan(problem, Borders.OPEN);
    PlanResult claimed =
        new PlanResult(closed.scenario(), open.plan(), open.certificate(), open.proof());
    Planner.folder(problem, claimed).write(folder);
    assertThat(Verifier.verify(folder).broken()).extracting("code").contains("link.border");
  }

  @Test
  void theNodeBeyondIsTakenWhereItIsNearerByMoreThanTheBorderCosts() {
    // s1 is 28 km from its own node; by s2, 5.5 km from the node beyond, it saves 30,000 USD
    NetworkNode near = SmallWorlds.node("Z", 2, 9.25).withCountry("TGO");
    PlanningProblem cheap = farFromOwn(world(100, List.of(near)));
    assertThat(across(cheap, plan(cheap, Borders.OPEN))).isNotEmpty();
    PlanningProblem dear = farFromOwn(world(90_000, List.of(near)));
    assertThat(across(dear, plan(dear, Borders.OPEN))).isEmpty();
  }

  @Test
  void noCountrySpendsMoreThanItsOwnBudgetAndVerifyHoldsThatToo() throws Exception {
    PlanningProblem problem = world(7_000, List.of());
    PlanResult free = plan(problem, Borders.OPEN);
    Crossings countries = Crossings.of(problem);
    double usd = CountrySpending.cents(free.plan(), countries, "BEN") / 100.0;
    Scenario capped =
        free.scenario().with().budgetsByCountry(Map.of("BEN", usd - 1, "TGO", 1e5)).build();
    assertThat(capped.budgetUsd()).isEqualTo(usd - 1 + 1e5);
    PlanResult result = Planner.plan(problem, capped, Progress.NONE, () -> false);
    assertThat(CountrySpending.cents(result.plan(), countries, "BEN") / 100.0)
        .isLessThanOrEqualTo(usd - 1);
    assertThat(result.plan().totals().peopleServed()).isEqualTo(1_000);
    assertThat(result.certificate().relaxed()).contains("budgetsByCountry");
    Planner.folder(problem, result).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    Path scenario = folder.resolve("scenario.json");
    String told = Files.readString(scenario);
    Files.writeString(scenario, told.replace("\"BEN\" : " + (usd - 1), "\"BEN\" : 1000.0"));
    assertThat(Verifier.verify(folder).broken()).extracting("code").contains("budget.country");
  }

  @Test
  void togetherNobodyIsLostAndCorridorsAreSharedInFull() {
    PlanningProblem problem = world(7_000, List.of());
    Scenario scenario = plan(problem, Borders.OPEN).scenario();
    JointPair pair =
        JointPair.run(
            problem,
            scenario,
            iso3 -> iso3.equals("BEN") ? 3_000 : 1_000,
            Progress.NONE,
            plans -> () -> false);
    assertThat(pair.jointPeople()).isEqualTo(1_500);
    assertThat(pair.separatePeople()).isEqualTo(1_000);
    assertThat(pair.countries())
        .extracting(JointPair.Country::separatePeople)
        .containsExactly(1_000.0, 0.0);
    Corridor corridor = pair.corridors().get(0);
    assertThat(pair.corridors()).hasSize(1);
    assertThat(corridor.linkIds()).containsExactly("s3>s2", "s2>s1", "s1>N");
    assertThat(corridor.crossing().border()).isEqualTo("BEN-TGO");
    assertThat(corridor.people()).isEqualTo(500);
    // the link across, then a half and a third of what the others cost
    assertThat(corridor.costUsd()).isCloseTo(37_100 + 15_000 + 10_000, within(0.01));
    assertThat(corridor.uses()).extracting(Corridor.Use::country).containsExactly("BEN", "TGO");
    assertThat(corridor.uses().get(0).byUseUsd()).isZero();
    assertThat(corridor.uses().get(1).byUseUsd()).isEqualTo(corridor.costUsd());
    assertThat(corridor.uses().get(0).equalUsd()).isEqualTo(corridor.costUsd() / 2);
    assertThat(corridor.uses().get(0).byCapacityUsd()).isEqualTo(corridor.costUsd() * 0.75);
  }

  @Test
  void bordersArePartOfTheVersionOfPlansOfSeveralCountriesAlone() {
    Catalogue one = CatalogueReader.builtIn();
    Catalogue several = CatalogueReader.withBorders(one);
    assertThat(one.borders()).isEmpty();
    assertThat(several.borders()).isNotEmpty();
    assertThat(several.version()).hasSize(64).isNotEqualTo(one.version());
    // a catalogue of fewer media has prices that never apply; one that nothing has is a slip
    assertThat(CatalogueReader.withBorders(one.withMedia(List.of())).borders())
        .isEqualTo(several.borders());
    assertThat(several.borders())
        .flatExtracting(BorderPrice::media)
        .isNotEmpty()
        .isSubsetOf(one.media().stream().map(Medium::id).toList());
  }
}
