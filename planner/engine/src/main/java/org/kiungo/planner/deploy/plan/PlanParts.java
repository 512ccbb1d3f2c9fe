package org.kiungo.planner.deploy.plan;

import java.util.function.Predicate;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.Plan;

/** Finished plans read, joined and thinned at the costs of a question, without searching. */
public final class PlanParts {

  private final Question asked;

  public PlanParts(Question asked) {
    this.asked = asked;
  }

  /**
   * A plan's decisions as far as the question offers them, whatever its budget says. Plans of parts
   * that share the beams of satellites may load them too much together: there the last of those
   * served by them are left out.
   */
  public Plan read(Plan plan) {
    Draft draft = new PlanReader(asked, plan).draft();
    for (int i = draft.settlements() - 1; i >= 0; i--) {
      if (draft.choice(i) >= 0
          && draft.isInFullBeam(draft.choice(i))
          && !asked.options().isDemanded(i)) {
        draft.choose(i, -1);
      }
    }
    return new PlanWriter(draft).write();
  }

  /**
   * Two plans in one: whoever has service in the first keeps it, others get what they have in the
   * second, over links that stand in the first where a place has one there.
   */
  public Plan merged(Plan first, Plan second) {
    Draft draft = new PlanReader(asked, first).draft();
    Draft other = new PlanReader(asked, second).draft();
    for (int v = 0; v < draft.places(); v++) {
      int arc = other.arc(v);
      if (other.isUsed(v) && !draft.isUsed(v) && arc != draft.arc(v) && draft.canReach(v, arc)) {
        draft.reparent(v, arc);
      }
    }
    for (int i = 0; i < draft.settlements(); i++) {
      int option = other.choice(i);
      if (draft.choice(i) < 0 && option >= 0 && draft.hasRoomInBeam(option)) {
        draft.choose(i, option);
      }
    }
    return new PlanWriter(draft).write();
  }

  /**
   * What is left of a plan when others than those are served no more; nothing stands for them.
   *
   * @param isServed by id
   */
  public Plan only(Plan plan, Predicate<String> isServed) {
    Draft draft = new PlanReader(asked, plan).draft();
    for (int i = 0; i < draft.settlements(); i++) {
      if (!isServed.test(asked.places().id(i))) {
        draft.choose(i, -1);
      }
    }
    return new PlanWriter(draft).write();
  }
}
