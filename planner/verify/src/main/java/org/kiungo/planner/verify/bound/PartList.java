package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.SightFacts;

/**
 * Who chooses in a proof, in its order: the first or only part of every settlement, then the
 * further parts of all of them. Each is a settlement of its own at the same place.
 */
final class PartList {

  private record Part(Settlement whole, SightParts parts, int number, Settlement settlement) {}

  private final Facts facts;
  private final SightFacts sights;
  private final List<Part> all = new ArrayList<>();

  PartList(Facts facts) {
    this.facts = facts;
    sights = new SightFacts(facts);
    List<Part> further = new ArrayList<>();
    for (Settlement s : facts.settlements().values()) {
      SightParts parts = sights.of(s);
      all.add(new Part(s, parts, 0, parts.settlement(0)));
      for (int k = 1; k < parts.count(); k++) {
        further.add(new Part(s, parts, k, parts.settlement(k)));
      }
    }
    all.addAll(further);
  }

  int count() {
    return all.size();
  }

  Settlement settlement(int part) {
    return all.get(part).settlement;
  }

  /** What a part is called: its settlement's id, with its number from the second on. */
  String name(int part) {
    return name(all.get(part).whole.id(), all.get(part).number);
  }

  static String name(String settlementId, int number) {
    return number == 0 ? settlementId : settlementId + "#" + number;
  }

  boolean allows(int part, AccessTechnology a) {
    Part p = all.get(part);
    return sights.allows(p.parts, p.number, p.whole, a);
  }

  boolean isDemanded(int part, boolean hasOptions) {
    Part p = all.get(part);
    return sights.isDemanded(p.parts, p.number, p.whole, hasOptions);
  }

  /** The settlement that a part belongs to. */
  Settlement whole(int part) {
    return all.get(part).whole;
  }

  /** A part's share of an amount of its settlement. */
  long share(int part, long amount) {
    Part p = all.get(part);
    return p.parts.share(amount, p.number);
  }

  /** What leaving a part unserved costs. */
  long forgoneCents(int part) {
    return share(part, facts.forgoneCents().getOrDefault(all.get(part).whole.id(), 0L));
  }

  /** Number of parts of a settlement. */
  int count(String settlementId) {
    Settlement s = facts.settlements().get(settlementId);
    return s == null ? 1 : sights.of(s).count();
  }
}
