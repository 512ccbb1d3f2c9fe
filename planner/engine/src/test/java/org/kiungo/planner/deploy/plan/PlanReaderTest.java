package org.kiungo.planner.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;

/** Plans of other questions, some of whose links this one does not offer. */
class PlanReaderTest {

  private static final int PLACES = 9;

  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatHangsOnALinkThatIsNotOfferedStaysOutAndTheRestIsKept(int lost) {
    int kept = 0;
    int written = 0;
    for (int seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Question question = question(seed);
      Draft draft = shuffled(question, random);
      Plan plan = new PlanWriter(draft).write();
      PlanReader whole = new PlanReader(question, plan);
      assertThat(whole.isWhole()).isTrue();
      assertThat(whole.draft().costCents()).isEqualTo(draft.costCents());
      if (plan.links().size() < lost) {
        continue;
      }
      PlanReader read = new PlanReader(question, without(plan, lost, random));
      assertThat(read.isWhole()).isFalse();
      for (int v = 0; v < read.draft().places(); v++) {
        assertThat(stepsToNetwork(read.draft(), v)).isLessThanOrEqualTo(PLACES);
      }
      kept += users(read.draft());
      written += users(draft);
    }
    assertThat(kept).isBetween(written / 4, written);
  }

  /** Ways of many systems whose price is no whole number of cents, as drawn prices are. */
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest
  @ValueSource(doubles = {1_000.0049, 999.996, 1_000.3333333})
  void aPlanCostsWhatItsDecisionsCostedToTheCent(double systemUsd) {
    int systems = 0;
    for (int seed = 1; seed <= 60; seed++) {
      PlanningProblem world = SmallWorlds.random(seed, PLACES);
      Medium each =
          SmallWorlds.microwave()
              .withSystemMbps(SmallWorlds.figure(4))
              .withFurtherSystemCapexUsd(SmallWorlds.figure(systemUsd));
      Catalogue prices =
          new Catalogue(
              "cents", world.catalogue().technologies(), List.of(each, SmallWorlds.sky()));
      Draft draft = shuffled(question(world.withCatalogue(prices)), new SplittableRandom(seed));
      if (draft.costCents() >= SolverUnits.NEVER_CENTS) {
        continue; // more behind a satellite than it carries
      }
      Plan plan = new PlanWriter(draft).write();
      assertThat(plan.totals().lifetimeCostUsd()).isEqualTo(AssetCost.usd(draft.costCents()));
      for (BuiltLink link : plan.links()) {
        systems = Math.max(systems, link.systems());
      }
    }
    assertThat(systems).isGreaterThan(50);
  }

  private static Question question(int seed) {
    return question(SmallWorlds.random(seed, PLACES));
  }

  private static Question question(PlanningProblem world) {
    return new Question(
        world, new DeploySettings(1e9, Double.NaN, List.of(), List.of(), List.of(), 1, 0));
  }

  private static Draft shuffled(Question question, SplittableRandom random) {
    Draft draft = new Draft(question);
    for (int k = 0; k < 200; k++) {
      int v = random.nextInt(draft.places());
      int arcs = question.links().end(v) - question.links().first(v);
      int arc = arcs == 0 ? -1 : question.links().first(v) + random.nextInt(arcs);
      if (arc >= 0 && draft.canReach(v, arc)) {
        draft.reparent(v, arc);
      }
      int options = v < draft.settlements() ? question.options().end(v) : 0;
      int first = v < draft.settlements() ? question.options().first(v) : 0;
      if (options > first) {
        draft.choose(v, first + random.nextInt(options - first));
      }
    }
    return draft;
  }

  /** The plan with some links led where nothing is. */
  private static Plan without(Plan plan, int lost, SplittableRandom random) {
    List<BuiltLink> links = new ArrayList<>(plan.links());
    for (int k = 0; k < lost; k++) {
      int at = random.nextInt(links.size());
      links.set(at, links.get(at).withToId("nowhere").withFromId("nowhere too"));
    }
    return new Plan(plan.settlements(), plan.sites(), links, plan.upgrades(), plan.totals());
  }

  /**
   * Steps from a place to the network, or to where it ends; more than there are places in a loop.
   */
  private static int stepsToNetwork(Draft draft, int place) {
    int steps = 0;
    int at = place;
    while (at != draft.question().links().root() && steps <= PLACES) {
      int arc = draft.arc(at);
      if (arc < 0) {
        assertThat(steps).as("a way that ends").isZero();
        return 0;
      }
      at = draft.question().links().head(arc);
      steps++;
    }
    return steps;
  }

  private static int users(Draft draft) {
    int users = 0;
    for (int i = 0; i < draft.settlements(); i++) {
      users += draft.choice(i) >= 0 ? 1 : 0;
    }
    return users;
  }
}
