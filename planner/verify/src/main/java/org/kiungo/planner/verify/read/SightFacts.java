package org.kiungo.planner.verify.read;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SightParts;

/** Who sees which masts: settlements' people in parts, and what each part may have. */
public final class SightFacts {

  private static final String EVERY = "*";

  private final Facts facts;
  private final List<AccessTechnology> needSight;

  public SightFacts(Facts facts) {
    this.facts = facts;
    needSight =
        facts.technologies().values().stream()
            .filter(a -> facts.allowedTechnologies().contains(a.id()))
            .filter(a -> a.sightRatio() != null || a.townSightRatio() != null)
            .toList();
  }

  /** The parts of a settlement, told apart by what it may have. */
  public SightParts of(Settlement s) {
    AccessTechnology locked = locked(s);
    boolean apart = locked == null || SightParts.ratio(locked, s) < 1;
    return SightParts.of(
        s, apart ? needSight.stream().filter(a -> !isForbidden(s, a)).toList() : List.of());
  }

  /** Number of parts of all settlements together. */
  public int count() {
    return needSight.isEmpty()
        ? facts.settlements().size()
        : facts.settlements().values().stream().mapToInt(s -> of(s).count()).sum();
  }

  private AccessTechnology locked(Settlement s) {
    return facts.technologies().get(facts.always().get(s.id()));
  }

  private boolean isForbidden(Settlement s, AccessTechnology a) {
    var never = facts.never().getOrDefault(s.id(), java.util.Set.of());
    return never.contains(a.id()) || never.contains(EVERY);
  }

  /** True when a locked technology binds a part: whoever cannot see it is free. */
  public boolean isLocked(SightParts parts, int part, Settlement s) {
    AccessTechnology locked = locked(s);
    return locked != null && parts.sees(part, locked);
  }

  /** True when sight and the scenario let a part have a technology. */
  public boolean allows(SightParts parts, int part, Settlement s, AccessTechnology a) {
    boolean open = !isLocked(parts, part, s) || facts.always().get(s.id()).equals(a.id());
    return parts.sees(part, a)
        && open
        && facts.allowedTechnologies().contains(a.id())
        && !isForbidden(s, a);
  }

  /**
   * True when a part must be served, by a lock or by law.
   *
   * @param hasOptions true when there is something that it may have
   */
  public boolean isDemanded(SightParts parts, int part, Settlement s, boolean hasOptions) {
    return (isLocked(parts, part, s) || facts.rules().obliges(s)) && (part == 0 || hasOptions);
  }
}
