package org.kiungo.web.funding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.project.Project;

/**
 * What changed from one way to pay to another.
 *
 * @param fell projects that were paid for and are no more, those with most people first
 * @param joined projects that are paid for now, likewise
 * @param peopleLost weighted people fewer; negative when more are reached
 */
public record FundingChange(List<Changed> fell, List<Changed> joined, double peopleLost) {

  /**
   * A project.
   *
   * @param id of the project
   * @param name of the project
   * @param district where it is; empty for a corridor
   * @param people who have service through it, either way
   * @param costUsd of the project
   * @param paidBy letters of those who paid, or pay
   */
  public record Changed(
      String id,
      String name,
      String district,
      double people,
      double costUsd,
      List<String> paidBy) {}

  /** What of a former way to pay is otherwise now. */
  public static FundingChange between(FundingResult before, FundingResult now) {
    Map<String, Map<String, Long>> then = before.ledger();
    Map<String, Map<String, Long>> today = now.ledger();
    return new FundingChange(
        changed(before.projects(), then, today),
        changed(now.projects(), today, then),
        before.certificate().value() - now.certificate().value());
  }

  private static List<Changed> changed(
      List<Project> projects,
      Map<String, Map<String, Long>> in,
      Map<String, Map<String, Long>> notIn) {
    List<Changed> changed = new ArrayList<>();
    for (Project p : projects) {
      if (in.containsKey(p.id()) && !notIn.containsKey(p.id())) {
        changed.add(
            new Changed(
                p.id(),
                p.name(),
                p.district(),
                p.peopleServed() + p.peopleBasic(),
                p.costUsd(),
                List.copyOf(in.get(p.id()).keySet())));
      }
    }
    changed.sort(Comparator.comparingDouble((Changed c) -> -c.people()).thenComparing(Changed::id));
    return changed;
  }
}
