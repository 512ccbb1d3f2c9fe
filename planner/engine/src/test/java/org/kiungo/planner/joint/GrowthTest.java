package org.kiungo.planner.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.planner.scenario.Phase;

/** Ada's link to the exchange carries Bo too, who comes in the second phase, and grows for him. */
class GrowthTest {

  private static final LonLat EXCHANGE = new LonLat(0, 0);
  private static final List<Phase> PHASES =
      List.of(new Phase(2027, 2029, 1e6), new Phase(2030, 2036, 1e6));

  private static final PlanningProblem PROBLEM =
      new PlanningProblem(
          List.of(settlement("a", "North"), settlement("b", "South")),
          List.of(NetworkNodeBuilder.builder().id("x").location(EXCHANGE).country("BEN").build()),
          List.of(),
          List.of(),
          new Catalogue("1", List.of(), List.of()),
          ServiceStandard.DEFAULT,
          Money.DEFAULT,
          List.of());

  private static final Plan PLAN =
      new Plan(
          List.of(service("a", "s-a", 2027), service("b", "s-b", 2030)),
          List.of(site("s-a", "a", 2027), site("s-b", "b", 2030)),
          List.of(link("l-a", "a", "x", 2027), link("l-b", "b", "a", 2030)),
          List.of(),
          null,
          new Programme(List.of(), List.of(new Programme.Further("l-a", 2030, 5, 0, 1, 5))));

  @Test
  void whoComesLaterRequiresWhatGrowsForHim() {
    List<Project> projects = ProjectCut.of(PROBLEM, PLAN, PHASES, 0);
    Project grown = of(projects, "l-a@2");
    Growth growth = new Growth(projects, PLAN, Map.of("a", 0, "b", 1));
    assertThat(growth.users(grown)).containsExactly("b");
    Project later = projects.stream().filter(p -> serves(p, "b")).findFirst().orElseThrow();
    assertThat(later.requires()).doesNotContain(grown.id());
    assertThat(growth.requires(later)).contains(grown.id()).containsAll(later.requires());
    Project before = projects.stream().filter(p -> serves(p, "a")).findFirst().orElseThrow();
    assertThat(growth.requires(before)).isEqualTo(before.requires());
  }

  private static Project of(List<Project> projects, String link) {
    return projects.stream()
        .filter(p -> p.members().links().contains(link))
        .findFirst()
        .orElseThrow();
  }

  private static boolean serves(Project project, String id) {
    return project.members().services().contains(id);
  }

  private static Settlement settlement(String id, String district) {
    return SettlementBuilder.builder()
        .id(id)
        .name(id)
        .location(new LonLat(1, 0))
        .population(100)
        .country("BEN")
        .district(district)
        .attributes(Map.of())
        .build();
  }

  private static SettlementService service(String id, String site, int year) {
    return new SettlementService(
        id, Status.STANDARD, "4g", site, 100, 1, 10, year, 10, 0, 10, null, List.of());
  }

  private static AccessSite site(String id, String place, int year) {
    return new AccessSite(id, "4g", place, EXCHANGE, 1, 1, 0, null, 1, year, 10, 0, 10);
  }

  private static BuiltLink link(String id, String from, String to, int year) {
    return new BuiltLink(
        id, from, to, new LonLat(1, 0), EXCHANGE, "fibre", 1, 111, 1, year, 100, 0, 100);
  }
}
