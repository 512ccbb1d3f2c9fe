package org.kiungo.planner.verify.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.HandMade;
import org.kiungo.planner.verify.Round;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every rule about a plan, against a folder whose sums were done by hand: kept there, and broken by
 * one change each.
 */
class PlanRulesTest {

  @TempDir Path folder;

  private List<String> broken(HandMade plan) {
    return check(plan, folder).stream().filter(each -> !each.passed()).map(Check::code).toList();
  }

  /** Applies the rules in the order of the checker, but for the certificate's. */
  static List<Check> check(HandMade plan, Path folder) {
    FolderReader reader = plan.write(folder);
    Ledger ledger = new Ledger();
    Facts facts = new Facts(reader);
    Claims claims = new Claims(reader);
    Payments payments = new Payments(facts, claims, ledger);
    SiteChecks sites = new SiteChecks(facts, claims, payments, ledger);
    LinkChecks links = new LinkChecks(facts, claims, sites, payments, ledger);
    ServiceChecks services = new ServiceChecks(facts, claims, sites, links, payments, ledger);
    NodeChecks nodes = new NodeChecks(facts, claims, links, payments, ledger);
    PhaseChecks phases = new PhaseChecks(facts, claims, payments, ledger);
    phases.check(reader);
    var cost = services.total().plus(sites.total()).plus(links.total()).plus(nodes.total());
    PlanChecks whole = new PlanChecks(facts, claims, ledger);
    whole.totals(reader.brief("plan.json", "totals"), services, cost);
    if (!phases.isProgramme()) {
      whole.publicMoney(reader, reader.brief("plan.json", "totals"));
    }
    whole.budget(cost);
    whole.budgetsByCountry();
    whole.target(services);
    whole.locks();
    whole.obligation();
    whole.decisions(reader);
    new InstitutionChecks(facts, claims, ledger).check(reader);
    new SecondWayChecks(facts, claims, ledger).check(reader);
    return ledger.checks();
  }

  @Test
  void theSumsDoneByHandAreKept() {
    List<Check> checks = check(new HandMade(), folder);
    assertThat(checks).filteredOn(each -> !each.passed()).isEmpty();
    assertThat(checks).hasSizeGreaterThan(45);
  }

  private static Arguments broken(String code, Consumer<HandMade> change) {
    return Arguments.of(code, change);
  }

  static Stream<Arguments> changes() {
    List<Arguments> all = new ArrayList<>();
    settlements(all);
    sites(all);
    links(all);
    wholes(all);
    return all.stream();
  }

  private static void settlements(List<Arguments> all) {
    all.add(broken("people", p -> p.service("a").put("peopleServed", 501)));
    all.add(broken("demand", p -> p.service("a").put("demandMbps", 249)));
    all.add(broken("roundTrip", p -> p.service("a").put("roundTripMs", 12)));
    all.add(broken("status", p -> p.service("c").put("status", "STANDARD")));
    all.add(broken("status", p -> p.service("d").put("status", "BASELINE").putNull("reason")));
    all.add(broken("reason", p -> p.service("d").putNull("reason")));
    all.add(broken("reason", p -> p.service("a").put("reason", "OVER_BUDGET")));
    all.add(broken("settlement.cost", p -> p.service("a").put("capexUsd", 14_999.99)));
    all.add(broken("settlement.cost", p -> p.service("a").put("opexUsdPerYear", 0.01)));
    all.add(broken("settlement.cost", p -> p.service("a").put("lifetimeCostUsd", 15_000.01)));
    all.add(broken("settlement.once", p -> p.service("b").put("settlementId", "a")));
    all.add(broken("settlement.all", p -> features(p, "plan.geojson").remove(4)));
    all.add(broken("settlement.place", p -> position(p, "plan.geojson", 0, 2.001)));
    all.add(broken("site.none", p -> p.service("c").put("siteId", "a:mast")));
    all.add(broken("site.exists", p -> p.service("a").put("siteId", "b:mast")));
    all.add(broken("buildYear", p -> p.service("a").put("buildYear", 2028)));
    all.add(broken("technology.allowed", p -> p.scenario().putArray("technologyIds").add("mast")));
    all.add(
        broken(
            "beam",
            p -> catalogue(p, Round.dish().withBeamMbpsPerKm2(Round.figure(0.05)), Round.mast())));
    all.add(
        broken(
            "service.sight",
            p -> catalogue(p, Round.dish(), Round.mast().withSightRatio(Round.figure(0.5)))));
    all.add(broken("service.parts", p -> p.service("a").putArray("parts").add(part(1))));
    all.add(broken("service.abroad", p -> p.service("a").set("abroad", abroad())));
    all.add(broken("site.abroad", p -> p.settlement("b").put("country", "TGO")));
  }

  private static void sites(List<Arguments> all) {
    all.add(broken("site.load", p -> p.site("a:mast").put("loadMbps", 399)));
    all.add(broken("site.units", p -> p.site("a:mast").put("units", 2)));
    all.add(broken("site.masts", p -> p.site("a:mast").put("masts", 2)));
    all.add(broken("site.hops", p -> p.site("a:mast").put("hopsBetweenMasts", 1)));
    all.add(broken("site.energy", p -> p.site("a:mast").put("energy", "SOLAR")));
    all.add(broken("site.cost", p -> p.site("a:mast").put("capexUsd", 40_400)));
    all.add(broken("site.cost", p -> p.site("a:mast").put("opexUsdPerYear", 1_010)));
    all.add(broken("site.cost", p -> p.site("a:mast").put("lifetimeCostUsd", 42_420)));
    all.add(broken("buildYear", p -> p.site("a:mast").put("buildYear", 2028)));
    all.add(broken("site.place", p -> p.site("a:mast").put("lat", 9.11)));
    all.add(broken("site.place", p -> p.site("a:mast").put("placeId", "nowhere")));
    all.add(broken("site.once", p -> p.copySite("a:mast", "again")));
    all.add(broken("site.reach", p -> move(p, "b", 9.18)));
    all.add(broken("site.reach", p -> p.settlement("b").put("areaKm2", 50).put("partOf", "b~1")));
    all.add(
        broken(
            "site.area",
            p -> {
              p.settlement("a").put("areaKm2", 200);
              p.site("a:mast").put("units", 1);
            }));
    all.add(
        broken(
            "site.density",
            p ->
                catalogue(
                    p,
                    Round.dish(),
                    Round.mast()
                        .with()
                        .siteCapacityMbps(Round.figure(100))
                        .unitsPerKm2(Round.figure(1))
                        .build())));
  }

  private static void links(List<Arguments> all) {
    all.add(broken("link.load", p -> p.link("a>N").put("loadMbps", 250)));
    all.add(broken("link.length", p -> p.link("a>N").put("distanceKm", 11)));
    all.add(broken("link.systems", p -> p.link("a>N").put("systems", 2)));
    all.add(broken("link.spectrum", p -> p.link("a>N").put("systems", 3)));
    all.add(broken("link.cost", p -> p.link("a>N").put("capexUsd", 29_999)));
    all.add(broken("link.cost", p -> p.link("a>N").put("lifetimeCostUsd", 36_000.01)));
    all.add(broken("link.ends", p -> position(p, "links.geojson", 0, 2.01)));
    all.add(broken("link.ends", p -> p.link("a>N").put("toId", "M")));
    all.add(broken("link.rooted", p -> p.link("a>N").put("fromId", "b")));
    all.add(broken("link.rooted", p -> p.link("a>N").put("toId", "d")));
    all.add(broken("link.cycle", p -> p.link("a>N").put("toId", "a")));
    all.add(broken("link.forest", p -> p.link("a", "N", "microwave", 0).put("id", "twice")));
    all.add(broken("link.once", p -> p.link("d", "N", "microwave", 0).put("id", "a>N")));
    all.add(broken("link.sight", p -> p.link("a>N").put("lineOfSight", "CLEAR")));
    all.add(broken("link.rain", p -> p.link("a>N").put("rainMmPerHour", 20)));
    all.add(
        broken(
            "link.rain",
            p -> {
              move(p, "N", 8.9);
              p.settlement("a").put("rainMmPerHour", 90);
            }));
    all.add(broken("link.hop", p -> move(p, "N", 8.7)));
    all.add(broken("medium.allowed", p -> p.scenario().putArray("mediumIds").add("fibre")));
    all.add(broken("medium.allowed", p -> p.link("a>N").put("mediumId", "string")));
    all.add(
        broken(
            "link.ground",
            p -> {
              ObjectNode link = p.link("a>N").put("lineOfSight", "BLOCKED");
              link.putArray("groundM").add(0).add(90).add(0);
              link.putArray("antennaHeightM").add(30).add(30);
            }));
    all.add(broken("link.ground", p -> blocked(p, 90)));
    all.add(broken("hop.blocked", p -> blocked(p, 9)));
    all.add(broken("hop.masts", p -> blocked(p, 90).put("fromAntennaM", 40)));
    all.add(broken("hop.ends", p -> blocked(p, 90).put("fromId", "b")));
    all.add(
        broken(
            "link.backhaul",
            p -> {
              Medium sky =
                  Round.microwave()
                      .with()
                      .id("sky")
                      .constellation("geo")
                      .systemMbps(Round.figure(100))
                      .build();
              catalogue(p, List.of(Round.dish(), Round.mast()), List.of(Round.microwave(), sky));
              p.link("a>N").put("mediumId", "sky").put("toId", "sky:sky").put("systems", 4);
            }));
    all.add(
        broken(
            "link.route",
            p -> {
              var way = features(p, "links.geojson").get(0).get("geometry").get("coordinates");
              ((ArrayNode) way).insertArray(1).add(2.1).add(9.05);
            }));
    all.add(
        broken(
            "road.length",
            p ->
                p.feature(
                    "roads.geojson",
                    List.of(new LonLat(5, 9), new LonLat(5, 9.1)),
                    "{\"lengthKm\": 12}")));
    all.add(
        broken(
            "link.road",
            p -> {
              LonLat corner = new LonLat(2, 9.05);
              p.feature("roads.geojson", List.of(corner, new LonLat(5, 9)), "{\"lengthKm\": 330}");
              p.feature(
                  "links.geojson",
                  List.of(new LonLat(2.5, 9.1), corner),
                  p.link("a>N")
                      .deepCopy()
                      .put("fromId", "d")
                      .put("toId", "road:2.0,9.05")
                      .toString());
            }));
    all.add(
        broken(
            "link.crossing",
            p ->
                p.link("a>N")
                    .putObject("crossing")
                    .put("border", "BEN-TGO")
                    .put("capexUsd", 0)
                    .put("opexUsdPerYear", 0)));
    all.add(
        broken(
            "link.border",
            p -> {
              p.of("nodes.geojson", "id", "N").put("country", "TGO");
              p.settlement("e").put("country", "TGO");
              p.scenario().put("borders", "CLOSED");
            }));
  }

  private static void wholes(List<Arguments> all) {
    all.add(broken("total.population", p -> p.totals().put("population", 1_600)));
    for (String name : List.of("peopleBaseline", "peopleServed", "peopleBasic", "peopleUnserved")) {
      all.add(broken("total.people", p -> p.totals().put(name, 300)));
    }
    for (String name : List.of("capexUsd", "opexUsdPerYear", "lifetimeCostUsd")) {
      all.add(broken("total.cost", p -> p.totals().put(name, 100)));
    }
    all.add(broken("total.publicMoney", p -> p.totals().put("viabilityGapUsd", 0)));
    all.add(broken("total.publicMoney", p -> p.totals().put("viabilityGapUsd", 166_400.01)));
    all.add(broken("total.today", p -> p.totals().putObject("today")));
    all.add(broken("total.transit", p -> transit(p, 0)));
    all.add(broken("account.amounts", p -> accounts(p, "18000", "18001")));
    all.add(broken("account.filled", p -> accounts(p, "42750\n", "0\n")));
    all.add(broken("account.filled", p -> accounts(p, "71250,0,", "71250,1,")));
    for (String field : List.of("npvUsd", "irrRatio", "paybackYears")) {
      all.add(broken("account.cash", p -> p.document("finance.json").put(field, 1)));
    }
    all.add(
        broken(
            "account.cash",
            p -> p.document("finance.json").putArray("networkUsdByYear").add(138_000).add(0)));
    all.add(
        broken(
            "account.cash",
            p -> p.document("finance.json").putArray("cashUsd").add(-168_600).add(20_400)));
    all.add(broken("budget", p -> p.scenario().put("budgetUsd", 141_999.99)));
    all.add(broken("publicBudget", p -> p.scenario().put("publicBudgetUsd", 166_399)));
    all.add(
        broken(
            "budget.country",
            p -> p.scenario().putObject("budgetsByCountry").put("BEN", 141_999.99)));
    all.add(broken("target", p -> p.scenario().put("targetRatio", 0.83)));
    all.add(broken("lock", p -> lock(p, "a", "mast", true)));
    all.add(broken("lock", p -> lock(p, "d", "mast", false)));
    all.add(broken("lock", p -> lock(p, "nowhere", "mast", false)));
    all.add(broken("decisions", p -> ((ArrayNode) decisions(p).get("sites")).removeAll()));
    all.add(
        broken(
            "decisions",
            p -> ((ObjectNode) decisions(p).get("links").get(0)).put("mediumId", "fibre")));
    all.add(
        broken(
            "obligation",
            p ->
                p.scenario()
                    .putArray("levers")
                    .addObject()
                    .put("id", "coverage-obligation")
                    .put("fromPeople", 200)));
    all.add(broken("node.limit", p -> limited(p)));
    all.add(
        broken(
            "total.transit",
            p -> {
              limited(p);
              transit(p, 1);
            }));
    all.add(
        broken(
            "node.upgrade",
            p ->
                ((ArrayNode) p.document("plan.json").get("upgrades"))
                    .addObject()
                    .put("nodeId", "N")
                    .put("loadMbps", 400)
                    .put("furtherMbps", 100)
                    .put("opexUsdPerYear", 1)
                    .put("lifetimeCostUsd", 2)));
    all.add(broken("institution.demand", p -> p.settlement("a").put("institutionMbps", 3)));
    all.add(broken("institution.joined", p -> schools(p).put("joined", 4)));
    all.add(broken("institution.totals", p -> schoolTotals(p).put("servedByPlan", 1)));
    all.add(broken("institution.goal", p -> schoolGoal(p).put("missing", 0)));
    all.add(
        broken("twoPaths.way", p -> p.scenario().putObject("twoPaths").put("abovePeople", 500)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aRuleThatIsBrokenIsTold(String code, Consumer<HandMade> change) {
    HandMade plan = new HandMade();
    change.accept(plan);
    assertThat(broken(plan)).contains(code);
  }

  /** 150 of 500 beyond the limit, at 15 USD a year each: 3,000 in two years. */
  @Test
  void aNodeThatIsWidenedIsPaidFor() {
    HandMade plan = new HandMade();
    limited(plan);
    ((ArrayNode) plan.document("plan.json").get("upgrades"))
        .addObject()
        .put("nodeId", "N")
        .put("loadMbps", 400)
        .put("furtherMbps", 100)
        .put("opexUsdPerYear", 1_500)
        .put("lifetimeCostUsd", 3_000);
    assertThat(broken(plan)).contains("total.cost").doesNotContain("node.limit", "node.upgrade");
  }

  @Test
  void schoolsAreCountedWithTheirPlaces() {
    HandMade plan = new HandMade();
    schools(plan);
    assertThat(broken(plan)).containsExactlyInAnyOrder("demand", "site.load", "link.load");
  }

  private static ArrayNode features(HandMade plan, String file) {
    return (ArrayNode) plan.document(file).get("features");
  }

  private static void position(HandMade plan, String file, int feature, double lon) {
    ArrayNode at = (ArrayNode) features(plan, file).get(feature).get("geometry").get("coordinates");
    ArrayNode first = at.get(0).isArray() ? (ArrayNode) at.get(0) : at;
    first.set(0, HandMade.JSON.getNodeFactory().numberNode(lon));
  }

  /** Puts a place elsewhere, wherever the folder tells it. */
  private static void move(HandMade plan, String id, double lat) {
    LonLat from = plan.place(id);
    for (String file : List.of("settlements", "nodes", "plan", "links")) {
      for (var feature : features(plan, file + ".geojson")) {
        ArrayNode at = (ArrayNode) feature.get("geometry").get("coordinates");
        for (var each : at.get(0).isArray() ? at : HandMade.JSON.createArrayNode().add(at)) {
          boolean here =
              each.get(0).doubleValue() == from.lon() && each.get(1).doubleValue() == from.lat();
          if (here) {
            ((ArrayNode) each).set(1, HandMade.JSON.getNodeFactory().numberNode(lat));
          }
        }
      }
    }
  }

  private static void catalogue(HandMade plan, AccessTechnology... technologies) {
    catalogue(plan, List.of(technologies), List.of(Round.fibre(), Round.microwave()));
  }

  private static void catalogue(
      HandMade plan, List<AccessTechnology> technologies, List<Medium> media) {
    plan.catalogue(new Catalogue("hand", technologies, media));
  }

  private static ObjectNode part(double share) {
    return HandMade.JSON
        .createObjectNode()
        .put("shareRatio", share)
        .put("status", "STANDARD")
        .put("technologyId", "mast")
        .put("siteId", "a:mast")
        .put("peopleServed", 500)
        .put("demandMbps", 250)
        .put("roundTripMs", 12.4)
        .put("capexUsd", 15_000)
        .put("opexUsdPerYear", 0)
        .put("lifetimeCostUsd", 15_000)
        .putNull("reason");
  }

  private static ObjectNode abroad() {
    return HandMade.JSON
        .createObjectNode()
        .put("border", "BEN-TGO")
        .put("siteCountry", "TGO")
        .put("opexUsdPerYear", 0);
  }

  private static ObjectNode blocked(HandMade plan, double obstacleM) {
    return plan.feature(
        "blocked-hops.geojson",
        List.of(plan.place("a"), plan.place("N")),
        """
        {"fromId": "a", "toId": "N", "fromGroundM": 0, "toGroundM": 0, "fromAntennaM": 30,
         "toAntennaM": 30, "obstacleKm": 5.5, "obstacleM": %s}
        """
            .formatted(obstacleM));
  }

  private static void accounts(HandMade plan, String before, String after) {
    plan.text("finance.csv", plan.text("finance.csv").replace(before, after));
  }

  private static void lock(HandMade plan, String id, String technology, boolean forbid) {
    ((ArrayNode) plan.scenario().get("locks"))
        .addObject()
        .put("settlementId", id)
        .put("technologyId", technology)
        .put("forbid", forbid);
  }

  private static ObjectNode decisions(HandMade plan) {
    return (ObjectNode) plan.document("plan.json").get("decisions");
  }

  /** N sells 300 Mbps, more of it at 15 USD a year; traffic itself costs nothing. */
  private static void limited(HandMade plan) {
    plan.of("nodes.geojson", "id", "N").put("capacityMbps", 300);
    var price =
        new org.kiungo.planner.model.money.TransitPrice(
            "p",
            "p",
            List.of(),
            Map.of(),
            Round.figure(0),
            Round.figure(0),
            Round.figure(0),
            Round.figure(0),
            Round.figure(0),
            Round.figure(2025),
            Round.figure(15));
    plan.catalogue(
        new Catalogue(
            "hand",
            List.of(Round.dish(), Round.mast()),
            List.of(Round.fibre(), Round.microwave()),
            List.of(),
            List.of(price),
            null,
            List.of()));
    transit(plan, 0);
  }

  private static void transit(HandMade plan, double usd) {
    plan.totals().putObject("transit").put("opexUsdPerYear", usd).put("lifetimeCostUsd", usd);
  }

  /** Two schools at a and one at d, 5 Mbps each; all are to be connected. Of their kind. */
  private static ObjectNode schools(HandMade plan) {
    plan.settlement("a").put("institutionMbps", 10).put("institutions.school", "2");
    plan.settlement("d").put("institutionMbps", 5).put("institutions.school", "1");
    plan.scenario()
        .putObject("institutions")
        .putArray("goals")
        .addObject()
        .put("kind", "school")
        .put("shareRatio", 0.9);
    ObjectNode all =
        plan.document(
            "institutions.json",
            """
            {"kinds": [{"kind": {"id": "school", "partOf": "", "busyHourMbps": {"value": 5}},
               "joined": 3}],
             "totals": [{"kindId": "school", "institutions": 3, "demandMbps": 15,
               "servedToday": 0, "servedByPlan": 2, "basicByPlan": 0, "unserved": 1}],
             "goals": [{"kindId": "school", "institutions": 3, "connected": 2, "missing": 0.7}]}
            """);
    return (ObjectNode) all.get("kinds").get(0);
  }

  private static ObjectNode schoolTotals(HandMade plan) {
    schools(plan);
    return (ObjectNode) plan.document("institutions.json").get("totals").get(0);
  }

  private static ObjectNode schoolGoal(HandMade plan) {
    schools(plan);
    return (ObjectNode) plan.document("institutions.json").get("goals").get(0);
  }
}
