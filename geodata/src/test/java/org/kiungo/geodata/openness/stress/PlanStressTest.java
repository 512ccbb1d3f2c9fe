package org.kiungo.geodata.openness.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.openness.Openness.WaysAbroad;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanAccessSiteBuilder;
import org.kiungo.planner.model.PlanBuiltLinkBuilder;
import org.kiungo.planner.model.PlanSettlementServiceBuilder;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * Two nodes in a row of places a tenth of a degree apart: {@code west} has the way abroad that a
 * cable brings, {@code east} one of its own.
 */
class PlanStressTest {

  private final List<Settlement> settlements = new ArrayList<>();
  private final List<Plan.SettlementService> services = new ArrayList<>();
  private final List<Plan.AccessSite> sites = new ArrayList<>();
  private final List<Plan.BuiltLink> links = new ArrayList<>();

  /** West of the first degree everything hangs on the cable. */
  private static final PlanStress STRESS =
      new PlanStress(
          new PlanStress.Today() {
            @Override
            public boolean canCut(String name) {
              return name.equals("cable");
            }

            @Override
            public WaysAbroad waysAbroad(List<String> cuts, boolean borders) {
              return (iso3, at) -> cuts.isEmpty() || at.lon() > 1;
            }
          });

  private static LonLat at(double lon) {
    return new LonLat(lon, 6);
  }

  private static NetworkNode node(String id, double lon) {
    return NetworkNodeBuilder.builder()
        .id(id)
        .name(id)
        .location(at(lon))
        .country("BEN")
        .kind(NetworkNode.Kind.FIBRE_NODE)
        .build();
  }

  private void place(String id, double lon, double people, boolean withSite) {
    settlements.add(
        SettlementBuilder.builder().id(id).name(id).location(at(lon)).population(people).build());
    services.add(
        PlanSettlementServiceBuilder.builder()
            .settlementId(id)
            .status(Plan.Status.STANDARD)
            .technologyId(withSite ? "4g" : "leo")
            .siteId(withSite ? "site-" + id : "")
            .peopleServed(people)
            .build());
    if (withSite) {
      sites.add(
          PlanAccessSiteBuilder.builder()
              .id("site-" + id)
              .technologyId("4g")
              .placeId(id)
              .location(at(lon))
              .units(1)
              .masts(1)
              .build());
    }
  }

  private void link(String from, double fromLon, String to, double toLon) {
    links.add(
        PlanBuiltLinkBuilder.builder()
            .id(from + ">" + to)
            .fromId(from)
            .toId(to)
            .from(at(fromLon))
            .to(at(toLon))
            .mediumId("fibre")
            .systems(1)
            .build());
  }

  private PlanStressAnswer cut(String name, double share) {
    Plan plan = new Plan(services, sites, links, PlanTotalsBuilder.builder().build());
    PlanningProblem problem =
        new PlanningProblem(
            settlements,
            List.of(node("west", 0), node("east", 1.5)),
            List.of(),
            List.of(),
            CatalogueReader.builtIn(),
            ServiceStandard.DEFAULT,
            Money.DEFAULT,
            List.of());
    return STRESS.run(problem, plan, List.of("BEN"), List.of(name.split(",")), share);
  }

  /** a – b hang on west, c on east, d on the sky. */
  private void row() {
    place("a", 0.1, 100, true);
    place("b", 0.9, 300, true);
    place("c", 1.4, 1000, true);
    place("d", 0.5, 10, false);
    link("a", 0.1, "west", 0);
    link("b", 0.9, "a", 0.1);
    link("c", 1.4, "east", 1.5);
  }

  @Test
  void whoHangsOnACutCableLosesTheWayAndTheShortestLinkBringsItBack() {
    row();
    PlanStressAnswer answer = cut("cable", 1);
    assertThat(answer.peopleServed()).isEqualTo(1410);
    assertThat(answer.peopleCutOff()).isEqualTo(400);
    assertThat(answer.nodes()).extracting(PlanStressAnswer.Lost::id).containsExactly("west");
    assertThat(answer.nodes().get(0).people()).isEqualTo(400);
    assertThat(answer.places()).extracting(PlanStressAnswer.Lost::id).containsExactly("b", "a");
    assertThat(answer.additions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.fromId() + each.toId()).isEqualTo("bc");
              assertThat(each.cost().km()).isCloseTo(at(0.9).distanceKm(at(1.4)), within(1e-9));
            });
    assertThat(answer.peopleRestored()).isEqualTo(400);
    assertThat(answer.boundUsd()).isCloseTo(answer.additionsUsd(), within(0.01));
  }

  @Test
  void aCutLinkTakesWhatHangsBehindItAlone() {
    row();
    PlanStressAnswer answer = cut("b>a", 1);
    assertThat(answer.places()).extracting(PlanStressAnswer.Lost::id).containsExactly("b");
    assertThat(answer.additions()).extracting(PlanStressAnswer.Addition::toId).containsOnly("c");
  }

  @Test
  void aSecondLinkToAnotherNodeKeepsTheWay() {
    row();
    link("b", 0.9, "c", 1.4);
    PlanStressAnswer answer = cut("west", 1);
    assertThat(answer.peopleCutOff()).isZero();
    assertThat(answer.peopleByAnotherNode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.additions()).isEmpty();
  }

  @Test
  void aShareIsBroughtBackForLess() {
    Consumer<String> far = id -> place(id, -3, 50, true);
    row();
    far.accept("far");
    link("far", -3, "west", 0);
    links.removeIf(each -> each.id().equals("b>a"));
    link("b", 0.9, "west", 0);
    PlanStressAnswer all = cut("west", 1);
    PlanStressAnswer most = cut("west", 0.6);
    assertThat(all.peopleRestored()).isEqualTo(450);
    assertThat(most.peopleRestored()).isBetween(270.0, 449.0);
    assertThat(most.additionsUsd()).isLessThan(all.additionsUsd());
    assertThat(most.boundUsd()).isLessThanOrEqualTo(most.additionsUsd() + 0.01);
  }

  /** Ids of taps hold the place where a line is tapped. */
  @Test
  void aTapIsARootAndItsIdIsOneCut() {
    row();
    place("e", 2, 40, true);
    link("e", 2, "tap:line@2.1,6", 2.1);
    PlanStressAnswer answer = cut("tap:line@2.1,6", 1);
    assertThat(answer.places()).extracting(PlanStressAnswer.Lost::id).containsExactly("e");
    assertThat(answer.nodes()).extracting(PlanStressAnswer.Lost::name).containsExactly("e");
  }

  @Test
  void whatNothingIsCalledIsRefused() {
    row();
    assertThatThrownBy(() -> cut("north", 1))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("stress.plan-unknown");
    assertThatThrownBy(() -> cut("west", 2)).isInstanceOf(InputRefused.class);
  }
}
