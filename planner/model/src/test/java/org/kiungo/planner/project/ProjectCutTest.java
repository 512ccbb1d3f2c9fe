package org.kiungo.planner.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.funding.ProjectFile;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;

/**
 * A coast with an exchange; Ada (north) hangs on it, Bo (south) on Ada, Cy (south) has a satellite.
 */
class ProjectCutTest {

  private static final LonLat EXCHANGE = new LonLat(0, 0);

  private static final PlanningProblem PROBLEM =
      new PlanningProblem(
          List.of(
              settlement("a", "Ada", 1, "North"),
              settlement("b", "Bo", 2, "South"),
              settlement("c", "Cy", 3, "South")),
          List.of(
              NetworkNodeBuilder.builder()
                  .id("x")
                  .name("Exchange")
                  .location(EXCHANGE)
                  .country("BEN")
                  .build()),
          List.of(),
          List.of(),
          new Catalogue("1", List.of(), List.of()),
          ServiceStandard.DEFAULT,
          Money.DEFAULT,
          List.of());

  private static final Plan PLAN =
      new Plan(
          List.of(service("a", "s-a", 0.1), service("b", "s-b", 0.2), service("c", "", 3.03)),
          List.of(site("s-a", "a", 10), site("s-b", "b", 20)),
          List.of(link("l-a", "a", "x", 1, 100.01), link("l-b", "b", "a", 2, 50)),
          null);

  @Test
  void sharedLinksAreACorridorThatDistrictsRequire() {
    List<Project> projects = ProjectCut.of(PROBLEM, PLAN, List.of(), 0);
    assertThat(projects)
        .extracting(Project::id)
        .containsExactly(
            "ben-1-exchange-ada", "ben-1-north-ada", "ben-1-south-bo", "ben-1-south-cy");
    Project corridor = projects.get(0);
    assertThat(corridor.kind()).isEqualTo(Project.Kind.CORRIDOR);
    assertThat(corridor.name()).isEqualTo("Exchange – Ada");
    assertThat(corridor.works())
        .isEqualTo(Map.of(new Work(NetworkLayer.BACKBONE, "BEN", "North", "fibre"), 10_001L));
    assertThat(projects.get(1).requires()).containsExactly(corridor.id());
    assertThat(projects.get(2).requires()).containsExactly(corridor.id());
    assertThat(projects.get(2).members().links()).containsExactly("l-b");
    assertThat(projects.get(3).requires()).as("a satellite needs no corridor").isEmpty();
  }

  @Test
  void aNodeThatIsWidenedLaterIsNothingToSignBefore() {
    Plan plan =
        new Plan(
            PLAN.settlements(),
            PLAN.sites(),
            PLAN.links(),
            List.of(new NodeUpgrade("x", 1_200, 200, 5, 50)),
            null,
            new Programme(List.of(), List.of(new Programme.Further("x", 2030, 200, 0, 5, 50))));
    List<Phase> phases = List.of(new Phase(2027, 2029, 1e6), new Phase(2030, 2036, 1e6));
    List<Project> projects = ProjectCut.of(PROBLEM, plan, phases, 0);
    assertThat(projects).allMatch(each -> each.costCents() > 0);
    Project widened = projects.get(projects.size() - 1);
    assertThat(widened.phase()).isEqualTo(2);
    assertThat(widened.members().nodes()).containsExactly("x@2");
    assertThat(projects).noneMatch(each -> each.requires().contains(widened.id()));
  }

  @Test
  void whatIsAddedLaterRequiresWhatItAddsToAndNoWayOfItsOwn() {
    Plan plan =
        new Plan(
            PLAN.settlements(),
            PLAN.sites(),
            PLAN.links(),
            List.of(),
            null,
            new Programme(List.of(), List.of(new Programme.Further("s-a", 2030, 5, 0, 1, 5))));
    List<Phase> phases = List.of(new Phase(2027, 2029, 1e6), new Phase(2030, 2036, 1e6));
    List<Project> projects = ProjectCut.of(PROBLEM, plan, phases, 0);
    Project added = projects.get(projects.size() - 1);
    assertThat(added.members().sites()).containsExactly("s-a@2");
    assertThat(added.requires()).containsExactly("ben-1-north-ada");
  }

  @Test
  void smallWorksOfADistrictAreOneLotAndNothingIsLost() {
    List<Project> projects = ProjectCut.of(PROBLEM, PLAN, List.of(), 7_000);
    assertThat(projects)
        .extracting(Project::name)
        .containsExactly("Exchange – Ada", "North", "South", "South, Bo");
    assertThat(projects.stream().mapToLong(Project::costCents).sum())
        .isEqualTo(10_001 + 5_000 + 1_000 + 2_000 + 10 + 20 + 303);
    assertThat(projects.stream().mapToDouble(Project::peopleServed).sum()).isEqualTo(300);
    assertThat(projects)
        .allSatisfy(
            p ->
                assertThat(p.works().values().stream().mapToLong(c -> c).sum())
                    .isEqualTo(p.costCents()));
  }

  /**
   * Ada's link to the exchange carries Bo's traffic too: they pay half each, an odd cent to one.
   */
  @Test
  void districtsShareEquallyWhatTheyUseTogether() {
    assertThat(FairShares.ofDistricts(PROBLEM, PLAN))
        .containsExactly(
            new FairShares.Share("BEN", "North", 10_001, 5_001),
            new FairShares.Share("BEN", "South", 10_001, 5_000));
  }

  @Test
  void whatIsWrittenIsReadBackEqual(@TempDir Path folder) throws IOException {
    List<Project> projects = ProjectCut.of(PROBLEM, PLAN, List.of(), 0);
    ProjectFile.write(folder, projects);
    assertThat(ProjectFile.read(folder)).isEqualTo(projects);
  }

  private static Settlement settlement(String id, String name, double lon, String district) {
    return SettlementBuilder.builder()
        .id(id)
        .name(name)
        .location(new LonLat(lon, 0))
        .population(100)
        .country("BEN")
        .district(district)
        .attributes(Map.of())
        .build();
  }

  private static SettlementService service(String id, String site, double usd) {
    return new SettlementService(
        id, Status.STANDARD, "4g", site, 100, 1, 10, 2027, usd, 0, usd, null, List.of());
  }

  private static AccessSite site(String id, String place, double usd) {
    return new AccessSite(id, "4g", place, EXCHANGE, 1, 1, 0, null, 1, 2027, usd, 0, usd);
  }

  private static BuiltLink link(String id, String from, String to, double lon, double usd) {
    return new BuiltLink(
        id,
        from,
        to,
        new LonLat(lon, 0),
        new LonLat(lon - 1, 0),
        "fibre",
        1,
        111,
        1,
        2027,
        usd,
        0,
        usd);
  }
}
