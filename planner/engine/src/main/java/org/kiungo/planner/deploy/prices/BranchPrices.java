package org.kiungo.planner.deploy.prices;

import java.util.List;
import java.util.Optional;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.PricedForest.Charging;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.BoundProof;

/** Tries prices on branches of a question, which differ in what is decided alone; keeps nothing. */
public final class BranchPrices {

  private final Question asked;
  private final PricedForest forest;
  private final List<PricedAscent.Guide> guides;
  private final long totalValue;

  BranchPrices(Question asked, PricedForest forest, List<PricedAscent.Guide> guides) {
    this.asked = asked;
    this.forest = forest;
    this.guides = guides;
    totalValue = forest.totalValue();
  }

  /** A way to charge links for load. */
  public record Charged(Charging by) {

    /** The other of the two ways that matter. */
    public Charged other() {
      return new Charged(by == Charging.FLUID ? Charging.SYSTEMS : Charging.FLUID);
    }
  }

  /**
   * What a price says of a branch.
   *
   * @param profit value less price · cost of any plan of it, at most
   * @param drafts plans found, maybe beyond the budget
   * @param raised what proves it
   * @param looked arcs that were looked at for it, or listed
   */
  public record Tried(
      double valuePerCent,
      double profit,
      List<Draft> drafts,
      PricedAscent.Raised raised,
      long looked) {

    /** How it charged links for load. */
    public Charged charged() {
      return new Charged(raised.bounded().charging());
    }
  }

  /** The ways to charge links for load that differ. */
  public List<Charged> charged() {
    Charged systems = new Charged(Charging.SYSTEMS);
    boolean isStepped = asked.links().media().isStepped();
    return isStepped ? List.of(systems, systems.other()) : List.of(systems);
  }

  /**
   * What a price says of a branch; empty when finding it takes too long.
   *
   * @param ways to charge links for load, the better of which counts
   */
  public Optional<Tried> tried(Question branch, double valuePerCent, List<Charged> ways) {
    List<Charging> by = ways.stream().map(Charged::by).toList();
    return new PricedAscent(forest.on(branch), branch.places().settlements(), guides)
        .at(branch, new SpeculativeAscents.Asked(valuePerCent, by, false), () -> false)
        .map(
            result ->
                new Tried(
                    valuePerCent,
                    totalValue - result.bounded().lowerBound(),
                    result.drafts(),
                    result.raised(),
                    result.looked() + (long) ways.size() * forest.graph.arcCount()));
  }

  /** Bounds of branches, written down. */
  public BoundProof prove(BoundTree tree) {
    return ProofFile.of(asked, tree, forest.firstTerminal());
  }
}
