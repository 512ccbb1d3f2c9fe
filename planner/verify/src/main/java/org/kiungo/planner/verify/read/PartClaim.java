package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.Coverage;

/**
 * What a plan says of those of a settlement's people who see the mast that serves them, or of the
 * others; of all of them where none needs to.
 *
 * @param settlement they, and their share of the area, as a settlement of its own
 * @param shareRatio what their share is, as sight has it, 0–1
 * @param stated what the plan says
 */
public record PartClaim(Settlement settlement, double shareRatio, PartService stated) {

  /** The parts that a service should tell apart; as many as it does. */
  public static List<PartClaim> of(Facts facts, Settlement whole, SettlementService service) {
    List<PartService> stated = service.each();
    if (service.parts().isEmpty()) {
      return List.of(new PartClaim(whole, 1, stated.get(0)));
    }
    double seen = seenRatio(facts, whole, stated.get(0));
    List<PartClaim> parts = new ArrayList<>();
    for (int k = 0; k < stated.size(); k++) {
      double ratio = k == 0 ? seen : 1 - seen;
      parts.add(new PartClaim(Coverage.part(whole, ratio), ratio, stated.get(k)));
    }
    return parts;
  }

  /** Share of the people who see the mast that serves a part; 1 where it is served by none. */
  public static double seenRatio(Facts facts, Settlement whole, PartService part) {
    AccessTechnology technology = facts.technologies().get(part.technologyId());
    return technology == null ? 1 : Coverage.seenRatio(technology, whole);
  }

  /**
   * The same service for those alone who see the mast that serves them; of one for all, where all
   * see it, the same.
   */
  static SettlementService inSight(Facts facts, Settlement whole, SettlementService service) {
    double seen = seenRatio(facts, whole, service.each().get(0));
    if (!service.parts().isEmpty() || seen == 1) {
      return service;
    }
    PartService all = service.whole();
    PartService others =
        new PartService(1 - seen, Status.UNSERVED, "", "", 0, 0, Double.NaN, 0, 0, 0, all.reason());
    return service.with().parts(List.of(all.with().shareRatio(seen).build(), others)).build();
  }

  /**
   * True when a settlement's services are such as sight asks for: one that all see, or one for
   * those in sight and nothing, or what needs no mast, for the others.
   */
  public static boolean isInSight(Facts facts, Settlement whole, SettlementService service) {
    List<PartService> stated = service.parts();
    if (stated.isEmpty()) {
      return seenRatio(facts, whole, service.whole()) == 1;
    }
    double seen = seenRatio(facts, whole, stated.get(0));
    AccessTechnology rest = facts.technologies().get(stated.get(1).technologyId());
    return seen > 0 && seen < 1 && (rest == null || !Coverage.needsSite(rest));
  }
}
