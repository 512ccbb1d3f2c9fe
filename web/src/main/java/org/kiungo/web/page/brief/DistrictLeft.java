package org.kiungo.web.page.brief;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.plan.WholePeople;

/**
 * A district where people are left below the standard.
 *
 * @param servedRatio at the standard, 0–1
 * @param belowStandard whole people; those of all districts add up to the plan's
 */
record DistrictLeft(String name, double servedRatio, double belowStandard) {

  /**
   * Districts with anybody left, in their order.
   *
   * @param people left in all of them
   */
  static List<DistrictLeft> of(double people, List<PlanView.District> all) {
    long[] whole =
        WholePeople.parts(
            Math.round(people),
            all.stream().mapToDouble(PlanView.District::belowStandard).toArray());
    List<DistrictLeft> left = new ArrayList<>();
    for (int k = 0; k < whole.length; k++) {
      if (whole[k] > 0) {
        left.add(new DistrictLeft(all.get(k).name(), all.get(k).servedRatio(), whole[k]));
      }
    }
    return List.copyOf(left);
  }
}
