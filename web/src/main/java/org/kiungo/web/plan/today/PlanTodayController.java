package org.kiungo.web.plan.today;

import java.util.List;
import java.util.Optional;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.today.PeopleToday;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whether a plan rests on the newest data, for whoever shows it beside today's figures. */
@RestController
class PlanTodayController {

  private final Plans plans;
  private final PlanTodays todays;

  PlanTodayController(Plans plans, PlanTodays todays) {
    this.plans = plans;
    this.todays = todays;
  }

  /**
   * A plan's today.
   *
   * @param onNewestData whether a plan of these countries would rest on the same data now
   * @param own people by class of coverage, in the plan's data
   * @param newest the same in the newest data
   * @param dropped what the plan rests on and one made now would not
   * @param added what one made now would rest on and the plan does not
   */
  record Answer(
      boolean onNewestData,
      PeopleToday own,
      PeopleToday newest,
      List<OtherToday.Source> dropped,
      List<OtherToday.Source> added) {}

  @GetMapping("/api/v1/plans/{id}/today")
  ResponseEntity<Answer> today(@PathVariable String id) {
    Optional<OtherToday> other = todays.find(id);
    Answer answer =
        other
            .map(each -> new Answer(false, each.own(), each.newest(), each.dropped(), each.added()))
            .orElseGet(() -> same(id));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }

  private Answer same(String id) {
    PeopleToday own = PeopleToday.ofSettlements(plans.getFolder(id).problem().settlements());
    return new Answer(true, own, own, List.of(), List.of());
  }
}
