package org.kiungo.planner.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;

/** What a rest changes against the plan that was signed. */
record RestChanges(Plan signed, Standing standing, PlanFolder again) {

  /**
   * @param lots of the plan that was signed
   * @param finished sites that stood and are finished, in their order
   * @param waiting the others of those
   */
  ProgressReport.Again told(
      List<LotOf> lots,
      Again.Asked asked,
      double moreUsd,
      List<String> finished,
      List<String> waiting) {
    Set<String> now = new HashSet<>();
    again.plan().sites().forEach(each -> now.add(each.technologyId() + " " + each.placeId()));
    Set<String> before = new HashSet<>();
    Set<String> dropped = new HashSet<>();
    List<String> contracts = new ArrayList<>();
    int open = 0;
    for (AccessSite each : signed.sites()) {
      String key = each.technologyId() + " " + each.placeId();
      if (standing.stands(each)) {
        now.remove(key);
      } else {
        before.add(key);
        open++;
        if (!now.contains(key)) {
          dropped.add(each.id());
          if (asked.kept().works().containsKey(RestWorks.site(each))) {
            contracts.add(each.id());
          }
        }
      }
    }
    now.removeAll(before);
    int changed = 0;
    for (LotOf each : lots) {
      changed += each.members().stream().anyMatch(dropped::contains) ? 1 : 0;
    }
    double rest = 0;
    for (SettlementService each : signed.settlements()) {
      rest += each.peopleServed() - standing.people(each);
    }
    double people = 0;
    for (SettlementService each : again.plan().settlements()) {
      people += each.peopleServed();
    }
    return new ProgressReport.Again(
        "",
        asked.fromYear(),
        again.scenario().budgetUsd(),
        moreUsd,
        again.certificate().value(),
        again.certificate().bound(),
        again.certificate().gapRatio(),
        open,
        open - dropped.size(),
        dropped.size(),
        now.size(),
        changed,
        rest,
        people,
        finished,
        waiting,
        contracts);
  }
}
