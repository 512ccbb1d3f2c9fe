package org.kiungo.planner.verify.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.HandMade;
import org.kiungo.planner.verify.check.Check;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A second way of a, whose 500 people make it a hub, over a hop to a node M beside N. */
class SecondWayRulesTest {

  @TempDir Path folder;

  private final HandMade plan = new HandMade();
  private ObjectNode way;
  private ObjectNode link;

  @BeforeEach
  void addASecondWay() {
    plan.node("M", 2.05, 9);
    plan.scenario().putObject("twoPaths").put("abovePeople", 500).put("disjoint", "NODE");
    way = plan.document("plan.json").putArray("secondWays").addObject();
    way.put("placeId", "a").put("demandMbps", 250);
    way.putArray("hubIds").add("a");
    way.putArray("placeIds").add("a").add("M");
    ObjectNode first = plan.link("a>N");
    link =
        plan.feature(
            "second-links.geojson",
            List.of(plan.place("a"), plan.place("M")),
            first
                .deepCopy()
                .put("id", "a>M")
                .put("toId", "M")
                .put("distanceKm", plan.place("a").distanceKm(plan.place("M")))
                .put("loadMbps", 250)
                .toString());
  }

  private List<String> broken() {
    return PlanRulesTest.check(plan, folder).stream()
        .filter(each -> !each.passed())
        .map(Check::code)
        .toList();
  }

  @Test
  void aHubHasTwoWaysAndPaysForBoth() {
    assertThat(broken())
        .containsOnly(
            "total.cost", "total.publicMoney", "account.amounts", "account.cash", "budget");
  }

  @Test
  void aWayOfAnotherHubOrDemandIsNone() {
    way.put("demandMbps", 249);
    assertThat(broken()).contains("twoPaths.way");
    way.put("demandMbps", 250).putArray("hubIds").add("b");
    assertThat(broken()).contains("twoPaths.way");
  }

  @Test
  void aWayMustLeadOverBuiltLinksToTheNetwork() {
    way.putArray("placeIds").add("a").add("b");
    assertThat(broken()).contains("twoPaths.way", "twoPaths.link");
  }

  @Test
  void waysThatShareWhatTheyMayNotAreRefused() {
    way.putArray("placeIds").add("a").add("N");
    assertThat(broken()).contains("twoPaths.apart");
    way.putArray("placeIds").add("a").add("M");
    plan.scenario().putObject("twoPaths").put("abovePeople", 500).put("disjoint", "OPERATOR");
    assertThat(broken()).contains("twoPaths.apart");
  }

  @Test
  void aLinkThatIsThereTwiceOrCarriesLessIsRefused() {
    link.put("loadMbps", 200);
    assertThat(broken()).contains("link.load");
    link.put("loadMbps", 250);
    ((ArrayNode) plan.document("second-links.geojson").get("features"))
        .add(plan.document("links.geojson").get("features").get(0).deepCopy());
    assertThat(broken()).contains("twoPaths.link");
  }

  /** The largest place of every district is a hub too where capitals are asked for. */
  @Test
  void capitalsOfDistrictsAreHubs() {
    plan.scenario().putObject("twoPaths").put("capitals", true);
    assertThat(broken()).doesNotContain("twoPaths.way");
    plan.settlement("b").put("district", "Mono");
    assertThat(broken()).contains("twoPaths.way");
  }

  @Test
  void aPlaceThatStandsOnTheNetworkNeedsNoSecondWay() {
    plan.scenario().putObject("twoPaths").putArray("hubIds").add("b");
    assertThat(broken()).contains("twoPaths.way");
    LonLat a = plan.place("a");
    assertThat(a.distanceKm(new LonLat(2, 9))).isGreaterThan(1);
  }
}
