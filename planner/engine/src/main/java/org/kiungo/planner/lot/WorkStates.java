package org.kiungo.planner.lot;

import java.util.EnumMap;
import java.util.Map;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks.Member;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * All that a rest counts, by how far it is, as its lots have it: the three sums add up to what the
 * plan costs, to the cent.
 *
 * @param standing built already and paid, planned again with the links that it waits for
 * @param signed under a contract, or reported by its builder and not accepted
 * @param open still to be built
 */
public record WorkStates(Sum standing, Sum signed, Sum open) {

  /**
   * Works of one state.
   *
   * @param sites of access
   * @param links towards the network
   * @param capexUsd first paid, to build
   * @param lifetimeUsd present value, what replaces and runs them included
   */
  public record Sum(int sites, int links, double capexUsd, double lifetimeUsd) {

    private Sum plus(Sum other) {
      return new Sum(
          sites + other.sites,
          links + other.links,
          added(capexUsd, other.capexUsd),
          added(lifetimeUsd, other.lifetimeUsd));
    }

    private static double added(double usd, double more) {
      return AssetCost.usd(AssetCost.cents(usd) + AssetCost.cents(more));
    }
  }

  private static final Sum NOTHING = new Sum(0, 0, 0, 0);

  /** All of it. */
  public Sum all() {
    return standing.plus(signed).plus(open);
  }

  /** All that is not paid yet. */
  public Sum due() {
    return signed.plus(open);
  }

  /** Null of a plan of which nothing is built or signed. */
  public static WorkStates find(PlanFolder folder) {
    RestWorks rest = RestWorks.of(folder.problem().inputs());
    return rest.stands().isEmpty() && rest.signed().isEmpty() ? null : of(folder);
  }

  /** The same of any plan: of one of which nothing is built or signed, all of it is open. */
  public static WorkStates of(PlanFolder folder) {
    Purchases purchases =
        new Purchases(
            ScenarioFacts.of(folder.problem(), folder.scenario()),
            folder.plan(),
            folder.scenario().phases());
    Map<Lot.State, Sum> sums = new EnumMap<>(Lot.State.class);
    for (Purchase each : purchases.all()) {
      sums.merge(purchases.state(each), sum(each), Sum::plus);
    }
    return new WorkStates(
        sums.getOrDefault(Lot.State.ACCEPTED, NOTHING),
        sums.getOrDefault(Lot.State.SIGNED, NOTHING),
        sums.getOrDefault(Lot.State.PLANNED, NOTHING));
  }

  private static Sum sum(Purchase each) {
    Member kind = each.bought().kind();
    int first = each.bought().later() ? 0 : 1;
    return new Sum(
        kind == Member.SITE ? first : 0,
        kind == Member.LINK ? first : 0,
        AssetCost.usd(each.cost().capexCents()),
        AssetCost.usd(each.cost().lifetimeCents()));
  }
}
