package org.kiungo.planner;

import static org.kiungo.planner.SmallWorlds.figure;
import static org.kiungo.planner.SmallWorlds.node;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.border.BorderPrice;

/** Small worlds of two countries. */
public final class BorderWorlds {

  private BorderWorlds() {}

  /**
   * The same world with a border through it: what lies east of 2.15 degrees belongs to Togo, which
   * has a node of its own in every second; a link across costs 1,000 to 20,000 USD and a tenth of
   * it a year, a hop of radio half of both.
   */
  public static PlanningProblem divided(PlanningProblem world, SplittableRandom random) {
    double usd = Math.rint(1_000 * StrictMath.exp(3 * random.nextDouble()));
    List<NetworkNode> nodes = new ArrayList<>();
    if (random.nextBoolean()) {
      nodes.add(
          node("M", 2.2 + 0.1 * random.nextDouble(), 8.8 + 0.3 * random.nextDouble())
              .withCountry("TGO"));
    }
    nodes.addAll(world.nodes());
    return world
        .with()
        .nodes(nodes)
        .settlements(
            world.settlements().stream()
                .map(each -> each.location().lon() > 2.15 ? each.withCountry("TGO") : each)
                .toList())
        .catalogue(
            world.catalogue().withBorders(List.of(border(usd, usd / 10), radio(usd / 2, usd / 20))))
        .build();
  }

  /** A price of radio hops across every border. */
  public static BorderPrice radio(double capexUsd, double opexUsdPerYear) {
    return border(capexUsd, opexUsdPerYear).with().id("radio").media(List.of("microwave")).build();
  }

  /** A price of every border. */
  public static BorderPrice border(double capexUsd, double opexUsdPerYear) {
    return new BorderPrice(
        "any", "any", List.of(), List.of(), figure(capexUsd), figure(opexUsdPerYear), figure(1));
  }
}
