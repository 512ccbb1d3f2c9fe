package org.kiungo.planner.deploy.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.settings.TechnologyLocks;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SightParts;

/**
 * Who chooses: the parts of settlements that see other masts, as {@link SightParts} has them, each
 * with its own service. Part i is the first, or only, part of settlement i, which is place i; the
 * further parts of all settlements come after, in the order of the settlements. All parts of a
 * settlement are at its place and share what stands there.
 */
public final class Parts {

  private final List<Settlement> settlements;
  private final TechnologyLocks locks;
  private final Map<String, AccessTechnology> technologies = new HashMap<>();

  /** Where a settlement has several parts; null elsewhere. */
  private final SightParts[] split;

  /** Further parts of a settlement: {@code further[i] … further[i + 1] − 1}. */
  private final int[] further;

  private final int[] placeOfFurther;
  private final List<Settlement> ofFurther = new ArrayList<>();

  Parts(PlanningProblem problem, List<AccessTechnology> offered, TechnologyLocks locks) {
    settlements = problem.settlements();
    this.locks = locks;
    problem.catalogue().technologies().forEach(a -> technologies.put(a.id(), a));
    List<AccessTechnology> needSight =
        offered.stream().filter(a -> a.sightRatio() != null || a.townSightRatio() != null).toList();
    int n = settlements.size();
    split = new SightParts[needSight.isEmpty() ? 0 : n];
    further = new int[n + 1];
    further[0] = n;
    for (int i = 0; i < n; i++) {
      further[i + 1] = further[i];
      if (!needSight.isEmpty()) {
        SightParts parts = SightParts.of(settlements.get(i), possible(i, needSight));
        split[i] = parts.count() > 1 ? parts : null;
        further[i + 1] += parts.count() - 1;
      }
    }
    placeOfFurther = new int[further[n] - n];
    for (int i = 0; i < n; i++) {
      for (int p = further[i]; p < further[i + 1]; p++) {
        placeOfFurther[p - n] = i;
        ofFurther.add(split[i].settlement(1 + p - further[i]));
      }
    }
  }

  /** Those that need sight and may matter here; none where a lock asks for one that does not. */
  private List<AccessTechnology> possible(int i, List<AccessTechnology> needSight) {
    Settlement s = settlements.get(i);
    AccessTechnology locked = technologies.get(locks.always(s.id()));
    if (locked != null && SightParts.ratio(locked, s) == 1) {
      return List.of();
    }
    return needSight.stream().filter(a -> !locks.forbids(s.id(), a.id())).toList();
  }

  /** Number of parts of all settlements together. */
  public int count() {
    return settlements.size() + placeOfFurther.length;
  }

  /** The place, and the settlement, that a part belongs to. */
  public int place(int part) {
    return part < settlements.size() ? part : placeOfFurther[part - settlements.size()];
  }

  /** The next part at the same place; −1 after the last. The first is the place itself. */
  public int next(int part) {
    int place = place(part);
    int next = part == place ? further[place] : part + 1;
    return next < further[place + 1] ? next : -1;
  }

  /** All parts at a place that is a settlement. */
  public IntStream at(int place) {
    return IntStream.iterate(place, part -> part >= 0, this::next);
  }

  /** A part as a settlement of its own. */
  public Settlement settlement(int part) {
    int place = place(part);
    return part != place
        ? ofFurther.get(part - settlements.size())
        : isSplit(place) ? split[place].settlement(0) : settlements.get(place);
  }

  /** True when a settlement has several parts. */
  public boolean isSplit(int place) {
    return split.length > 0 && split[place] != null;
  }

  /** Share of its settlement's people that a part has, 0–1. */
  public double shareRatio(int part) {
    int place = place(part);
    return isSplit(place) ? split[place].shareRatio(number(part)) : 1;
  }

  /** Position of a part among those of its settlement, 0 first. */
  public int number(int part) {
    int place = place(part);
    return part == place ? 0 : 1 + part - further[place];
  }

  private boolean sees(int part, AccessTechnology a) {
    int place = place(part);
    return isSplit(place)
        ? split[place].sees(number(part), a)
        : SightParts.ratio(a, settlements.get(place)) > 0;
  }

  /** True when a lock binds the part: whoever cannot see what is locked is free. */
  private boolean isLocked(int part) {
    AccessTechnology locked = technologies.get(locks.always(settlements.get(place(part)).id()));
    return locked != null && sees(part, locked);
  }

  /** True when sight and decisions let a part have a technology. */
  boolean allows(int part, AccessTechnology a) {
    String id = settlements.get(place(part)).id();
    return sees(part, a)
        && (locks.allows(id, a.id())
            || !isLocked(part) && !locks.forbids(id, a.id()) && locks.demands(id));
  }

  /** True when a lock demands service for a part. */
  boolean isDemanded(int part) {
    return locks.demands(settlements.get(place(part)).id()) && isLocked(part);
  }

  /** A part's share of an amount of its settlement; the shares add up to it. */
  long share(long amount, int part) {
    int place = place(part);
    return isSplit(place) ? split[place].share(amount, number(part)) : amount;
  }

  /** Amounts of settlements by part. */
  public long[] shares(long[] amounts) {
    long[] shares = new long[count()];
    for (int p = 0; p < shares.length; p++) {
      shares[p] = share(amounts[place(p)], p);
    }
    return shares;
  }
}
