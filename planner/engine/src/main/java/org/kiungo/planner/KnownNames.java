package org.kiungo.planner;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Districts;
import org.kiungo.planner.partner.condition.Media;
import org.kiungo.planner.partner.condition.MostShare;
import org.kiungo.planner.partner.condition.OutsideDistricts;
import org.kiungo.planner.partner.condition.Technologies;

/** Conditions that name what a plan does not have: a misspelt district would forbid everything. */
final class KnownNames {

  private KnownNames() {}

  /**
   * @throws InputRefused {@code partners.name} naming partner, condition, name and those there are
   */
  static void check(Partnership partnership, PlanningProblem problem) {
    Collection<String> districts =
        problem.settlements().stream()
            .map(Settlement::district)
            .collect(Collectors.toCollection(TreeSet::new));
    Collection<String> technologies =
        problem.catalogue().technologies().stream().map(AccessTechnology::id).toList();
    Collection<String> media = problem.catalogue().media().stream().map(Medium::id).toList();
    for (Partner partner : partnership.partners()) {
      for (Condition c : partner.conditions()) {
        if (c instanceof Districts in) {
          check(partner, c, in.districts(), districts);
        } else if (c instanceof OutsideDistricts outside) {
          check(partner, c, outside.districts(), districts);
        } else if (c instanceof MostShare share) {
          check(partner, c, share.exceptDistricts(), districts);
        } else if (c instanceof Technologies of) {
          check(partner, c, of.technologies(), technologies);
        } else if (c instanceof Media of) {
          check(partner, c, of.media(), media);
        }
      }
    }
  }

  private static void check(
      Partner partner, Condition condition, List<String> names, Collection<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InputRefused(
            "partners.name",
            "partner",
            partner.name(),
            "condition",
            condition.code(),
            "name",
            name,
            "known",
            String.join(", ", known));
      }
    }
  }
}
