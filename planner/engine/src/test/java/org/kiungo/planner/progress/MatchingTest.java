package org.kiungo.planner.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Matched;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;

class MatchingTest {

  /**
   * A mast away from villages has no name of its own: files call it after what lies near, and its
   * position tells which one it is. Where a place has a name, another one is not it.
   */
  @Test
  void aPlaceWithoutANameIsKnownByItsPosition() {
    PlanFolder plan = ProgressWorlds.planned(1);
    AccessSite site = plan.plan().sites().get(0);
    Reported.Row row = ProgressWorlds.row(1, site, Verified.ACCEPTED, site.capexUsd());
    LonLat at = site.location();
    Reported.Row near = placed(row, new LonLat(at.lon(), at.lat() + 0.0009));
    Reported.Row far = placed(row, new LonLat(at.lon(), at.lat() + 0.0027));
    assertThat(matched(nameless(plan), near)).containsExactly(Matched.PLACE);
    assertThat(matched(nameless(plan), far)).as("300 m away").isEmpty();
    assertThat(matched(plan, near)).as("its place is called otherwise").isEmpty();
  }

  private static Reported.Row placed(Reported.Row row, LonLat at) {
    return new Reported.Row(
        row.file(),
        row.row(),
        "",
        "By the old mill",
        "",
        at.lon(),
        at.lat(),
        row.date(),
        row.costUsd(),
        "",
        row.proof(),
        row.state(),
        row.verified(),
        row.people());
  }

  /** The same plan, of which no place has a name. */
  private static PlanFolder nameless(PlanFolder plan) {
    return new PlanFolder(
        plan.problem()
            .with()
            .settlements(
                plan.problem().settlements().stream()
                    .map(each -> SettlementBuilder.builder(each).name("").build())
                    .toList())
            .build(),
        plan.scenario(),
        plan.plan(),
        plan.certificate());
  }

  private static List<Matched> matched(PlanFolder plan, Reported.Row row) {
    Matching matching = new Matching(plan, List.of());
    matching.match(List.of(row));
    return matching.rows().stream().map(BuiltRow::matchedBy).toList();
  }
}
