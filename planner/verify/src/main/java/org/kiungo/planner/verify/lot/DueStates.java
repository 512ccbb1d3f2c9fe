package org.kiungo.planner.verify.lot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Programme.Further;

/** How far works of a rest are, as its last as-built input tells; of any other plan none is. */
final class DueStates {

  private static final double SAME = 1e-9;

  private final Map<String, Lot.State> states = new HashMap<>();

  DueStates(Plan plan, List<InputFile> inputs) {
    Map<?, ?> stands = Map.of();
    Map<?, ?> signed = Map.of();
    for (InputFile each : inputs) {
      if (each.role().equals("built") && each.reading().get("stands") instanceof Map<?, ?> told) {
        stands = told;
        signed = each.reading().get("signed") instanceof Map<?, ?> more ? more : Map.of();
      }
    }
    Map<String, Double> further = new HashMap<>();
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        further.merge(each.assetId(), each.further(), Double::sum);
      }
    }
    for (AccessSite each : plan.sites()) {
      double units = each.units() - further.getOrDefault(each.id(), 0.0);
      String work = "site " + each.technologyId() + " " + each.placeId();
      states.put("sites:" + each.id(), state(units, stands.get(work), signed.get(work)));
    }
    for (BuiltLink each : plan.links()) {
      double systems = each.systems() - further.getOrDefault(each.id(), 0.0);
      String work = "link " + each.mediumId() + " " + each.fromId() + " " + each.toId();
      states.put("links:" + each.id(), state(systems, stands.get(work), signed.get(work)));
    }
  }

  private static Lot.State state(double units, Object stood, Object signed) {
    if (stood instanceof Number many && many.doubleValue() > units - SAME) {
      return Lot.State.ACCEPTED;
    }
    boolean under = signed instanceof Number many && many.doubleValue() > units - SAME;
    return under ? Lot.State.SIGNED : Lot.State.PLANNED;
  }

  /** What a site that is signed serves is signed with it. */
  Lot.State of(String member, Bought bought) {
    Lot.State own = states.getOrDefault(member, Lot.State.PLANNED);
    boolean with =
        member.startsWith("services:") && states.get(bought.carrier()) == Lot.State.SIGNED;
    return with ? Lot.State.SIGNED : own;
  }
}
