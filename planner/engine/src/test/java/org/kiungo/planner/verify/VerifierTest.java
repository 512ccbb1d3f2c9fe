package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.accounts.Accounts;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a plan says of people, money, links and sites. */
class VerifierTest extends PlannedFolder {

  @Test
  void aGoodFolderIsAccepted() {
    Verification verification = Verifier.verify(folder);
    assertThat(verification.broken()).isEmpty();
    assertThat(verification.accepted()).isTrue();
    assertThat(verification.checks())
        .filteredOn(check -> check.examined() > 0)
        .extracting(Check::code)
        .contains("site.cost", "link.load", "link.cost", "settlement.cost", "bound.separable");
  }

  static List<Long> seeds() {
    return SeededSample.seeds("verified worlds", 20, 7);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plansOfSmallWorldsAreAccepted(long seed) throws IOException {
    for (double budget : new double[] {0, 20_000, 100_000, Double.NaN}) {
      Path to = folder.resolve("w" + budget);
      plan(SmallWorlds.random(seed, 8), SmallWorlds.scenario(budget, 50), to);
      Verification verification = Verifier.verify(to);
      assertThat(verification.broken()).as("seed %d budget %s", seed, budget).isEmpty();
      assertThat(verification.boundConfirmed()).as("seed %d budget %s", seed, budget).isTrue();
      plan(SmallWorlds.wide(seed, 8), SmallWorlds.scenario(budget, 50), to);
      verification = Verifier.verify(to);
      assertThat(verification.broken()).as("wide seed %d budget %s", seed, budget).isEmpty();
      assertThat(verification.boundConfirmed()).as("wide %d budget %s", seed, budget).isTrue();
    }
  }

  @Test
  void otherGoalsAreAccepted() throws IOException {
    for (String goal :
        List.of(
            "{\"goal\": \"LEAST_COST_TO_TARGET\", \"targetRatio\": 0.7, \"steps\": 200}",
            "{\"goal\": \"HIGHEST_DISTRICT_FLOOR\", \"budgetUsd\": 1.5e6, \"steps\": 200}",
            "{\"goal\": \"HIGHEST_EQUITABLE_SHARE\", \"budgetUsd\": 1.5e6, \"steps\": 200}")) {
      Scenario scenario = ScenarioFile.read(goal.getBytes(StandardCharsets.UTF_8));
      plan(problem(), scenario, folder);
      assertThat(Verifier.verify(folder).broken()).as(goal).isEmpty();
      assertThat(Verifier.verify(folder).boundConfirmed()).as(goal).isTrue();
    }
    edit("certificate.json", all -> all.put("value", all.get("value").doubleValue() + 0.01));
    assertRefused("certificate.value");
  }

  @Test
  void aTargetThatIsNotReachedIsRefused() throws IOException {
    edit("scenario.json", all -> all.put("goal", "LEAST_COST_TO_TARGET").put("targetRatio", 0.99));
    assertRefused("target");
  }

  @Test
  void inventedPeopleAreRefused() throws IOException {
    edit("plan.geojson", all -> properties(all, "status", "STANDARD").put("peopleServed", 1e6));
    assertRefused("people");
  }

  @Test
  void inventedTotalsAreRefused() throws IOException {
    edit("plan.json", all -> ((ObjectNode) all.get("totals")).put("peopleServed", 1e6));
    assertRefused("total.people");
  }

  @Test
  void aCentTooLittleIsRefused() throws IOException {
    edit(
        "plan.geojson",
        all -> {
          ObjectNode one = properties(all, "status", "STANDARD");
          one.put("capexUsd", one.get("capexUsd").doubleValue() - 0.01);
        });
    assertRefused("settlement.cost");
  }

  @Test
  void aCentTooLittleInTheTotalIsRefused() throws IOException {
    edit(
        "plan.json",
        all -> {
          ObjectNode totals = (ObjectNode) all.get("totals");
          totals.put("lifetimeCostUsd", totals.get("lifetimeCostUsd").doubleValue() - 0.01);
        });
    assertRefused("total.cost");
  }

  @Test
  void aCheaperLinkIsRefused() throws IOException {
    edit("links.geojson", all -> properties(all, "id", null).put("lifetimeCostUsd", 1));
    assertRefused("link.cost");
  }

  @Test
  void aMissingLinkIsRefused() throws IOException {
    edit("links.geojson", all -> ((ArrayNode) all.get("features")).remove(0));
    assertRefused("decisions", "total.cost");
    edit("links.geojson", all -> ((ArrayNode) all.get("features")).removeAll());
    assertRefused("link.rooted", "roundTrip");
  }

  @Test
  void aLoopOfLinksIsRefused() throws IOException {
    edit(
        "links.geojson",
        all -> {
          ObjectNode link = properties(all, "id", null);
          link.put("toId", link.get("fromId").stringValue());
        });
    assertRefused("link.cycle");
  }

  @Test
  void aTapBesideTheFibreIsRefused() throws IOException {
    edit(
        "links.geojson",
        all -> {
          for (var feature : all.get("features")) {
            ObjectNode link = (ObjectNode) feature.get("properties");
            if (link.get("toId").stringValue().startsWith("tap:")) {
              link.put("toId", "tap:F@2.5,9.1");
              return;
            }
          }
          throw new AssertionError("no link ends at a tap");
        });
    assertRefused("link.ends");
  }

  /** The same place in other digits would be another end of the same line. */
  @Test
  void aTapSpeltInAnotherWayIsRefused() throws IOException {
    edit(
        "links.geojson",
        all -> {
          for (var feature : all.get("features")) {
            ObjectNode link = (ObjectNode) feature.get("properties");
            String to = link.get("toId").stringValue();
            if (to.startsWith("tap:")) {
              link.put("toId", to + "0");
              return;
            }
          }
          throw new AssertionError("no link ends at a tap");
        });
    assertRefused("link.ends");
  }

  @Test
  void aShorterLinkIsRefused() throws IOException {
    edit("links.geojson", all -> properties(all, "id", null).put("distanceKm", 0.5));
    assertRefused("link.length");
  }

  @Test
  void hiddenLoadIsRefused() throws IOException {
    edit("links.geojson", all -> properties(all, "id", null).put("loadMbps", 0.1));
    assertRefused("link.load");
  }

  @Test
  void fewerUnitsThanTheLoadNeedsAreRefused() throws IOException {
    Path csv = folder.resolve("sites.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(csv));
    String[] cells = rows.get(1).split(",");
    cells[5] = "0";
    rows.set(1, String.join(",", cells));
    Files.write(csv, rows);
    assertRefused("site.units");
  }

  @Test
  void aBetterStatusThanTheOptionGivesIsRefused() throws IOException {
    edit("plan.geojson", all -> properties(all, "status", "STANDARD").put("status", "BASIC"));
    assertRefused("status");
  }

  @Test
  void aSettlementLeftOutIsRefused() throws IOException {
    edit("plan.geojson", all -> ((ArrayNode) all.get("features")).remove(3));
    assertRefused("settlement.all");
  }

  @Test
  void aSettlementCountedTwiceIsRefused() throws IOException {
    edit(
        "plan.geojson",
        all -> ((ArrayNode) all.get("features")).add(all.get("features").get(0).deepCopy()));
    assertRefused("settlement.once");
  }

  @Test
  void spendingBeyondTheBudgetIsRefused() throws IOException {
    edit("scenario.json", all -> all.put("budgetUsd", 1000));
    assertRefused("budget", "inputs");
  }

  @Test
  void aBrokenLockIsRefused() throws IOException {
    edit(
        "scenario.json",
        all ->
            ((ArrayNode) all.get("locks"))
                .addObject()
                .put("settlementId", "s01")
                .put("technologyId", "geo")
                .put("forbid", false));
    assertRefused("lock");
  }

  @Test
  void whatTheScenarioNamesMustBeThere() throws IOException {
    edit("scenario.json", all -> ((ArrayNode) all.get("mediumIds")).add("string"));
    assertRefused("scenario.known");
    planned.write(folder);
    edit(
        "scenario.json",
        all ->
            ((ArrayNode) all.get("locks"))
                .addObject()
                .put("settlementId", "nowhere")
                .put("technologyId", "*")
                .put("forbid", true));
    assertRefused("scenario.known");
  }

  @Test
  void aTechnologyThatIsNotAllowedIsRefused() throws IOException {
    edit("scenario.json", all -> ((ArrayNode) all.get("technologyIds")).add("geo"));
    assertRefused("technology.allowed");
  }

  /** Whatever byte is changed, no tighter bound than the true one is ever confirmed. */
  @Test
  void cheaperFiguresThanThoseOfTheRunAreRefused() throws IOException {
    String catalogue = Files.readString(folder.resolve("catalogue.json"));
    Files.writeString(folder.resolve("catalogue.json"), catalogue.replace("20000.0", "19999.0"));
    assertRefused("inputs");
  }

  @Test
  void aFolderWithoutItsFilesIsRefusedByName() throws IOException {
    Files.delete(folder.resolve("sites.csv"));
    assertThatThrownBy(() -> Verifier.verify(folder))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.arguments()).containsEntry("file", "sites.csv"));
  }

  private static final List<EconomicTerm> TERMS =
      List.of(
          EconomicTerm.ARPU_LOW,
          EconomicTerm.ARPU_MIDDLE,
          EconomicTerm.ARPU_GROWTH,
          EconomicTerm.TAX,
          EconomicTerm.ADMINISTRATION,
          EconomicTerm.MARGIN,
          EconomicTerm.SPECTRUM,
          EconomicTerm.COST_OF_CAPITAL,
          EconomicTerm.UNIVERSAL_SERVICE_LEVY,
          EconomicTerm.UNIVERSAL_SERVICE_DISBURSED,
          EconomicTerm.ROAMING_REVENUE,
          EconomicTerm.CROSS_SUBSIDY,
          EconomicTerm.CAPEX_SUBSIDY,
          EconomicTerm.OPEX_SUBSIDY);

  private static List<MarketTerm> drawn(SplittableRandom random) {
    List<MarketTerm> terms = new ArrayList<>();
    for (EconomicTerm each : TERMS) {
      double most = each == EconomicTerm.SPECTRUM ? 0.1 : Math.min(each.high(), 12);
      double value = Math.max(0, each.low()) + most * random.nextDouble() * random.nextDouble();
      terms.add(new MarketTerm("BEN", each.term(), Math.min(each.high(), value)));
    }
    return terms;
  }

  private static double publicUsd(PlanningProblem problem, List<MarketTerm> terms) {
    return PlanFinance.of(MarketTerm.applyAll(terms, problem), planned.plan()).publicUsd();
  }

  @Test
  void publicMoneyIsTheSameTwiceAndAWrongTermWouldTell() throws IOException {
    SplittableRandom random = new SplittableRandom(34);
    PlanningProblem problem = planned.problem();
    int[] told = new int[TERMS.size()];
    for (int k = 0; k < 20; k++) {
      List<MarketTerm> terms = drawn(random);
      edit(
          "scenario.json",
          all -> {
            ArrayNode given = all.putArray("marketTerms");
            for (MarketTerm each : terms) {
              given
                  .addObject()
                  .put("country", each.country())
                  .put("term", each.term())
                  .put("value", each.value());
            }
          });
      FolderReader reader = new FolderReader(folder);
      Accounts accounts = Accounts.of(new Facts(reader), new Claims(reader));
      double near = 0.001 + accounts.unsureUsd();
      assertThat(Math.abs(publicUsd(problem, terms) - accounts.publicUsd()))
          .as("%s", terms)
          .isLessThanOrEqualTo(near);
      for (int t = 0; t < told.length; t++) {
        List<MarketTerm> wrong = new ArrayList<>(terms);
        MarketTerm each = terms.get(t);
        wrong.set(t, new MarketTerm("BEN", each.term(), 0.99 * each.value()));
        boolean differs = Math.abs(publicUsd(problem, wrong) - accounts.publicUsd()) > near;
        told[t] += differs ? 1 : 0;
      }
    }
    for (int t = 0; t < told.length; t++) {
      assertThat(told[t]).as(TERMS.get(t).term()).isPositive();
    }
  }
}
