package org.kiungo.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.language.Words;

/** Terminals that no row tells of hold their lot open, so that they are named. */
class VerifiedStatesTest {

  private static final Words WORDS = Words.in("en");

  private static Reported.Row row(String id) {
    return new Reported.Row(
        "b.csv",
        2,
        id,
        "",
        "",
        Double.NaN,
        Double.NaN,
        "2036-12-01",
        10,
        "",
        "",
        "",
        Verified.ACCEPTED,
        Double.NaN);
  }

  private static ProgressFolder standing(PlanFolder signed, String id) {
    Reported reported =
        new Reported(
            List.of(new BuiltFile("b.csv", "00", 1, 1, List.of())),
            List.of(row(id)),
            List.of(),
            List.of());
    return ProgressStudy.of(signed, null, reported, null, Progress.NONE, () -> false);
  }

  @Test
  void terminalsThatNoRowTellsOfAreNamed() {
    PlanFolder folder = TinyWorld.plan(1.53e6);
    Plan was = folder.plan();
    List<SettlementService> services = new ArrayList<>(was.settlements());
    int at = 0;
    while (services.get(at).peopleServed() <= 0) {
      at++;
    }
    SettlementService own = services.get(at).withSiteId("").withParts(List.of());
    services.set(at, own);
    // where a site stands, a row of that id tells of the site
    List<AccessSite> sites =
        was.sites().stream().filter(s -> !s.placeId().equals(own.settlementId())).toList();
    Plan plan =
        new Plan(
            services,
            sites,
            was.links(),
            was.upgrades(),
            was.totals(),
            was.programme(),
            was.secondPaths(),
            was.possible());
    PlanFolder signed =
        new PlanFolder(folder.problem(), folder.scenario(), plan, folder.certificate());
    String site = sites.get(0).id();
    assertThat(terminals(standing(signed, site)))
        .anyMatch(each -> each.contains(own.settlementId()));
    assertThat(terminals(standing(signed, own.settlementId())))
        .noneMatch(each -> each.contains(own.settlementId()));
  }

  private static List<String> terminals(ProgressFolder folder) {
    return VerifiedStates.of(folder, WORDS).stream()
        .filter(each -> each.code().equals("terminals"))
        .flatMap(each -> each.names().stream())
        .toList();
  }
}
