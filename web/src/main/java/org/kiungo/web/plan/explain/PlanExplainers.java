package org.kiungo.web.plan.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.kiungo.planner.Planner;
import org.kiungo.planner.explain.Explainer;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.web.plan.Plans;
import org.springframework.stereotype.Service;

/** Explainers of the plans looked at last. Each answers one question after the other. */
@Service
public class PlanExplainers {

  private static final int KEPT = 4;

  private final Plans plans;
  private final Map<String, Slot> slots =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Slot> eldest) {
          return size() > KEPT;
        }
      };

  PlanExplainers(Plans plans) {
    this.plans = plans;
  }

  private static final class Slot {
    private Explainer explainer;
  }

  /**
   * Asks a plan's explainer, which is made when first asked and moves choices about while it
   * answers, so that nobody else may ask it meanwhile.
   *
   * @param planId a listed plan
   */
  public <T> T ask(String planId, Function<Explainer, T> question) {
    Slot slot;
    synchronized (slots) {
      slot = slots.computeIfAbsent(planId, id -> new Slot());
    }
    synchronized (slot) {
      if (slot.explainer == null) {
        PlanFolder folder = plans.getFolder(planId);
        slot.explainer =
            Planner.explainer(
                folder.problem(),
                new PlanResult(folder.scenario(), folder.plan(), folder.certificate()));
      }
      return question.apply(slot.explainer);
    }
  }
}
