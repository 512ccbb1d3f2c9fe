package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.plan.PlanDetail;

class DistrictLeftTest {

  @Test
  void whatDistrictsSayAddsUpToWhatThePlanSays() {
    double[] people = {1400.4, 714.4, 0.3, 0};
    List<PlanView.District> districts =
        DoubleStream.of(people)
            .mapToObj(left -> new PlanDetail.DistrictShare("", 2000, 0, 2000 - left, 0, left))
            .map(PlanView.District::new)
            .toList();
    List<DistrictLeft> left = DistrictLeft.of(2115.1, districts);
    assertThat(left).extracting(DistrictLeft::belowStandard).containsExactly(1401.0, 714.0);
  }
}
