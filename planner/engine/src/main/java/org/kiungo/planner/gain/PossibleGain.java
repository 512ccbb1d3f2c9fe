package org.kiungo.planner.gain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.today.PossibleWorks;

/**
 * The most that a plan may turn out to gain: its own works, sized for whoever is without service at
 * the low end of today's coverage, without the places that bring fewest people for what they cost,
 * until its money pays for the rest. A lower bound of what other works would gain then.
 */
public final class PossibleGain {

  /** People per cent saved, of a place; those that bring least go first. */
  private record Loss(double peoplePerCent, int place) implements Comparable<Loss> {
    @Override
    public int compareTo(Loss other) {
      int byRatio = Double.compare(peoplePerCent, other.peoplePerCent);
      return byRatio != 0 ? byRatio : Integer.compare(place, other.place);
    }
  }

  private final Works works;
  private final long capCents;
  private final Set<String> kept;

  private PossibleGain(Works works, long capCents, Set<String> kept) {
    this.works = works;
    this.capCents = capCents;
    this.kept = kept;
  }

  /**
   * What a plan that is built in one year, without second ways, may gain.
   *
   * @param facts that it answers, today's coverage as the scenario counts it
   * @param capUsd the most that the works may cost over their lifetime
   * @param kept ids of places that must not be left out
   * @return empty where no more people than as modelled are reached so
   */
  public static Optional<PossibleWorks> of(
      PlanningProblem facts, Plan plan, double capUsd, Set<String> kept) {
    Works works = new Works(facts, plan);
    double likely = plan.totals().peopleServed() + plan.totals().peopleBasic();
    return new PossibleGain(works, AssetCost.cents(capUsd), kept).found(likely);
  }

  private Optional<PossibleWorks> found(double likely) {
    IntStream.range(0, works.count()).filter(works::fits).forEach(p -> works.set(p, true));
    relieve();
    trim();
    fill();
    double people = 0;
    List<String> without = new ArrayList<>();
    for (int p = 0; p < works.count(); p++) {
      if (works.isOn(p)) {
        people += works.people(p);
      } else {
        without.add(works.id(p));
      }
    }
    boolean all = without.stream().noneMatch(kept::contains);
    if (!all || works.cents() > capCents || works.findOver() >= 0 || people <= likely) {
      return Optional.empty();
    }
    without.sort(Comparator.naturalOrder());
    return Optional.of(new PossibleWorks(people, AssetCost.usd(works.cents()), without));
  }

  /** Leaves out whoever loads a link or a beam with more than it carries. */
  private void relieve() {
    for (int over = works.findOver(); over >= 0; over = works.findOver()) {
      int loaded = over;
      Optional<Loss> least =
          IntStream.range(0, works.count())
              .filter(p -> isDroppable(p) && works.loads(p, loaded))
              .mapToObj(this::loss)
              .min(Comparator.naturalOrder());
      if (least.isEmpty()) {
        return;
      }
      works.set(least.get().place, false);
    }
  }

  /** Lazy: ratios are worked out again when they come up. */
  private void trim() {
    PriorityQueue<Loss> queue = new PriorityQueue<>();
    IntStream.range(0, works.count())
        .filter(this::isDroppable)
        .mapToObj(this::loss)
        .forEach(queue::add);
    while (works.cents() > capCents && !queue.isEmpty()) {
      Loss now = loss(queue.poll().place);
      if (!queue.isEmpty() && now.compareTo(queue.peek()) > 0) {
        queue.add(now);
      } else {
        works.set(now.place, false);
      }
    }
  }

  /** Spends what is left on whoever still can be paid for, those with most people first. */
  private void fill() {
    List<Integer> out =
        IntStream.range(0, works.count())
            .filter(p -> !works.isOn(p) && works.fits(p))
            .boxed()
            .sorted(Comparator.comparingDouble(p -> -works.people(p)))
            .toList();
    for (int p : out) {
      works.set(p, true);
      if (works.cents() > capCents || !works.isWithin(p)) {
        works.set(p, false);
      }
    }
  }

  private boolean isDroppable(int place) {
    return works.isOn(place) && !kept.contains(works.id(place));
  }

  private Loss loss(int place) {
    long saved = works.savedCents(place);
    double ratio = saved > 0 ? works.people(place) / saved : Double.POSITIVE_INFINITY;
    return new Loss(ratio, place);
  }
}
