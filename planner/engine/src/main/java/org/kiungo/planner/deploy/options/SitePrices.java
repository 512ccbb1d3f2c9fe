package org.kiungo.planner.deploy.options;

import java.util.List;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SiteSupply;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;

/**
 * What the units of every candidate site cost, in cents. With u units on m = ⌈u / k⌉ masts that
 * hold k each, of which one stands already where the site is a tower:
 *
 * <pre>P(u) = u·T + (m − stands)·(M − T) + (m − 1)·H</pre>
 *
 * M being a unit with its mast, T one on a mast that stands and H the link of a further mast. A
 * full new mast costs A = M + (k − 1)·T, a further one A + H.
 *
 * <p>Bounds divide P among settlements, of which i needs uᵢ ≥ 1 units alone and takes tᵢ ≤ uᵢ parts
 * of one, uᵢ − 1 = k·mᵢ + eᵢ. They take U = Σ (uᵢ − 1) + ⌈Σ rᵢ⌉ units, rᵢ = tᵢ − uᵢ + 1 &gt; 0, at
 * least Σ (uᵢ − 1) beyond the first, of which ⌊(U − 1) / k⌋ ≥ Σ mᵢ pay M + H and the others T. So
 *
 * <pre>
 * P(U) ≥ P(1) + Σ (mᵢ·(A + H) + eᵢ·T)
 * P(U) ≥ Σ (tᵢ·A / k + mᵢ·H)                  on new masts
 * P(U) ≥ Σ (tᵢ·T + mᵢ·(M − T + H))            on towers
 * </pre>
 *
 * Where T is more than the unit that raises a mast, that one's price stands for it.
 */
public final class SitePrices {

  private final long[] mast;
  private final long[] beside;
  private final long[] link;
  private final int[] perMast;
  private final int firstTower;
  private final int[] place;
  private final int[] technology;

  SitePrices(
      PlanningProblem problem,
      BuildPlaces places,
      List<AccessTechnology> technologies,
      int[] place,
      int[] technology,
      int threads) {
    this.place = place;
    this.technology = technology;
    firstTower = places.settlements();
    perMast = technologies.stream().mapToInt(AccessCost::unitsPerMast).toArray();
    mast = new long[place.length];
    beside = new long[place.length];
    link = new long[place.length];
    SiteEnergy energy = SiteEnergy.of(problem);
    Blocks.of(
        place.length,
        threads,
        (from, to) -> {
          for (int s = from; s < to; s++) {
            fill(problem, energy, s, technologies.get(technology[s]));
          }
          return from;
        });
  }

  private void fill(PlanningProblem problem, SiteEnergy energy, int s, AccessTechnology a) {
    Settlement at = place[s] < firstTower ? problem.settlements().get(place[s]) : null;
    AccessTechnology paid = problem.rules().at(at, a);
    SiteSupply supply = energy.at(at, paid);
    mast[s] = AccessCost.site(paid, 1, false, supply, problem.money()).lifetimeCents();
    beside[s] = AccessCost.site(paid, 1, true, supply, problem.money()).lifetimeCents();
    link[s] = AccessCost.mastLink(paid, problem.money()).lifetimeCents();
  }

  private boolean isTower(int s) {
    return place[s] >= firstTower;
  }

  /** Units that one mast of a site holds. */
  public int perMast(int s) {
    return perMast[technology[s]];
  }

  /** P: what so many units of a site cost, at least one. */
  public long cents(int s, int units) {
    int each = perMast[technology[s]];
    int masts = (units + each - 1) / each;
    int raised = masts - (isTower(s) ? 1 : 0);
    return units * beside[s] + raised * (mast[s] - beside[s]) + (masts - 1) * link[s];
  }

  /** What the units that a settlement needs beyond its first cost at least: m·(A + H) + e·T. */
  public double furtherCents(int s, int units) {
    int each = perMast[technology[s]];
    double further = mast[s] + link[s];
    double least = Math.min(further, beside[s]);
    return (units - 1) / each * (further + (each - 1) * least) + (units - 1) % each * least;
  }

  /** No number of units of a site costs less apiece: A / k on new masts, T on towers. */
  public double leastCents(int s) {
    int each = perMast[technology[s]];
    double least = Math.min(mast[s], beside[s]);
    return isTower(s)
        ? Math.min(mast[s] + link[s], beside[s])
        : (mast[s] + (each - 1) * least) / each;
  }

  /**
   * What each further mast of a site costs beyond that: H where all are new, M − T + H on towers.
   */
  public double furtherMastCents(int s) {
    return isTower(s) ? mast[s] + link[s] - leastCents(s) : link[s];
  }

  /**
   * A settlement's share where all of a site is divided by what is taken.
   *
   * @param parts t, in units
   * @param units u
   */
  public double spreadCents(int s, double parts, int units) {
    return parts * leastCents(s) + (units - 1) / perMast[technology[s]] * furtherMastCents(s);
  }
}
