package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans that no engineer would sign, made from good ones by hand. */
class ForgedPhysicsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private static PlanningProblem world(double people, double areaKm2) {
    Settlement place = SmallWorlds.settlement("s", 2, 9.05, people).withAreaKm2(areaKm2);
    return SmallWorlds.problem(
            List.of(place), List.of(SmallWorlds.node("N", 2, 9)), List.of(), List.of(), List.of())
        .withCatalogue(CatalogueReader.builtIn());
  }

  private void plan(PlanningProblem world, String technology) throws IOException {
    Scenario scenario = SmallWorlds.scenario(Double.NaN, 20);
    Scenario only = scenario.with().technologyIds(List.of(technology)).build();
    Planner.folder(world, Planner.plan(world, only, Progress.NONE, () -> false)).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
  }

  /** The columns of the only site, by name. */
  private int column(String name) throws IOException {
    return (int) amount(name);
  }

  private double amount(String name) throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("sites.csv"));
    int at = List.of(rows.get(0).split(",")).indexOf(name);
    return Double.parseDouble(rows.get(1).split(",")[at]);
  }

  private void forge(String name, Object value) throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(folder.resolve("sites.csv")));
    String[] cells = rows.get(1).split(",");
    cells[List.of(rows.get(0).split(",")).indexOf(name)] = "" + value;
    rows.set(1, String.join(",", cells));
    Files.write(folder.resolve("sites.csv"), rows);
  }

  private static String withoutHops(String sites) {
    List<String> rows = new ArrayList<>();
    int at =
        List.of(sites.lines().findFirst().orElseThrow().split(",")).indexOf("hopsBetweenMasts");
    for (String row : sites.lines().toList()) {
      List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
      cells.remove(at);
      rows.add(String.join(",", cells));
    }
    return String.join("\n", rows) + "\n";
  }

  private List<String> broken() {
    return Verifier.verify(folder).broken().stream().map(Check::code).toList();
  }

  @Test
  void aTownsGatewaysOnOneMastAreRefused() throws IOException {
    plan(world(1_375_000, 1_000), "community-wifi");
    assertThat(column("units")).isBetween(2_280, 2_300);
    assertThat(column("masts")).isEqualTo((column("units") + 1) / 2);
    forge("masts", 1);
    assertThat(broken()).containsExactly("site.masts");
  }

  @Test
  void aLinkBetweenMastsThatIsLeftOutIsRefused() throws IOException {
    plan(world(9_000, 10), "lte-macro");
    int hops = column("hopsBetweenMasts");
    assertThat(hops).isEqualTo(column("masts") - 1).isPositive();
    forge("hopsBetweenMasts", hops - 1);
    assertThat(broken()).containsExactly("site.hops");
    String sites = Files.readString(folder.resolve("sites.csv"));
    Files.writeString(folder.resolve("sites.csv"), withoutHops(sites));
    assertThat(broken()).as("who leaves them out is not older").containsExactly("site.hops");
    Files.writeString(folder.resolve("sites.csv"), sites);
    forge("hopsBetweenMasts", hops);
    forge("capexUsd", amount("capexUsd") - 9_000);
    Path brief = folder.resolve("plan.json");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(brief));
    ObjectNode totals = (ObjectNode) all.get("totals");
    totals.put("capexUsd", totals.get("capexUsd").asDouble() - 9_000);
    Files.write(brief, JSON.writeValueAsBytes(all));
    assertThat(broken()).contains("site.cost", "total.cost");
  }

  @Test
  void moreGatewaysThanTheGroundHoldsAreRefused() throws IOException {
    plan(world(1_375_000, 1_000), "community-wifi");
    Path settlements = folder.resolve("settlements.geojson");
    String text = Files.readString(settlements);
    assertThat(text).contains("\"areaKm2\":1000.0");
    Files.writeString(settlements, text.replace("\"areaKm2\":1000.0", "\"areaKm2\":900.0"));
    assertThat(broken()).contains("site.density");
  }

  @Test
  void aCellLargerThanItsReachIsRefused() throws IOException {
    plan(world(500, 500), "lte-macro");
    assertThat(column("units")).isEqualTo(4);
    forge("units", 1);
    forge("masts", 1);
    assertThat(broken()).contains("site.area", "site.units");
  }

  @Test
  void moreSystemsThanTheBandHoldsAreRefused() throws IOException {
    plan(world(39_000, 100), "ftth");
    String links = Files.readString(folder.resolve("links.geojson"));
    assertThat(links).contains("\"mediumId\":\"fibre\",\"systems\":2");
    String forged =
        "\"lineOfSight\":\"UNVERIFIED\",\"rainMmPerHour\":null,"
            + "\"mediumId\":\"microwave\",\"systems\":23";
    Files.writeString(
        folder.resolve("links.geojson"),
        links.replace("\"mediumId\":\"fibre\",\"systems\":2", forged));
    assertThat(broken()).contains("link.spectrum").doesNotContain("link.systems");
  }

  @Test
  void trafficThatNobodyPaysForIsRefused() throws IOException {
    plan(world(5_000, 10), "lte-macro");
    Path brief = folder.resolve("plan.json");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(brief));
    ObjectNode totals = (ObjectNode) all.get("totals");
    double usd = totals.get("transit").get("lifetimeCostUsd").asDouble();
    assertThat(usd).isPositive();
    Path services = folder.resolve("plan.geojson");
    ObjectNode features = (ObjectNode) JSON.readTree(Files.readAllBytes(services));
    ObjectNode service = (ObjectNode) features.get("features").get(0).get("properties");
    for (ObjectNode paid : List.of(totals, service)) {
      double yearUsd = totals.get("transit").get("opexUsdPerYear").asDouble();
      paid.put("opexUsdPerYear", paid.get("opexUsdPerYear").asDouble() - yearUsd);
      paid.put("lifetimeCostUsd", paid.get("lifetimeCostUsd").asDouble() - usd);
    }
    totals.remove("transit");
    Files.write(brief, JSON.writeValueAsBytes(all));
    Files.write(services, JSON.writeValueAsBytes(features));
    assertThat(broken()).contains("total.transit", "settlement.cost", "total.cost");
  }

  @Test
  void aScenariosOwnPriceOfTrafficIsPaidAndVerified() throws IOException {
    Scenario own =
        SmallWorlds.scenario(Double.NaN, 20)
            .with()
            .technologyIds(List.of("lte-macro"))
            .marketTerms(List.of(new MarketTerm("BEN", "transitUsdPerMbpsYear", 1_000)))
            .build();
    PlanningProblem world = world(5_000, 10);
    PlanResult result = Planner.plan(world, own, Progress.NONE, () -> false);
    double mbps = result.plan().settlements().get(0).demandMbps();
    assertThat(result.plan().totals().transit().opexUsdPerYear())
        .isCloseTo(1_000 * mbps, within(0.01));
    Planner.folder(world, result).write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
  }

  @Test
  void aNodeThatSellsMoreThanItsLimitForNothingIsRefused() throws IOException {
    PlanningProblem world = world(5_000, 10);
    plan(
        world
            .with()
            .nodes(world.nodes().stream().map(node -> node.withCapacityMbps(100)).toList())
            .build(),
        "lte-macro");
    Path brief = folder.resolve("plan.json");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(brief));
    ObjectNode upgrade = (ObjectNode) all.get("upgrades").get(0);
    upgrade.put("furtherMbps", upgrade.get("furtherMbps").asDouble() / 2);
    Files.write(brief, JSON.writeValueAsBytes(all));
    assertThat(broken()).containsExactly("node.upgrade");
    ObjectNode totals = (ObjectNode) all.get("totals");
    for (String name : List.of("opexUsdPerYear", "lifetimeCostUsd")) {
      totals.put(name, totals.get(name).asDouble() - upgrade.get(name).asDouble());
    }
    all.putArray("upgrades");
    Files.write(brief, JSON.writeValueAsBytes(all));
    assertThat(broken()).contains("node.limit");
  }

  @Test
  void moreHouseholdsThanABeamCarriesAreRefused() throws IOException {
    PlanningProblem one = world(600, 50);
    Settlement here = one.settlements().get(0);
    Settlement beside = here.with().id("t").location(new LonLat(2.01, 9.06)).build();
    plan(one.withSettlements(List.of(here, beside)), "leo");
    Path services = folder.resolve("plan.geojson");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(services));
    ObjectNode first = (ObjectNode) all.get("features").get(0).get("properties");
    ObjectNode second = (ObjectNode) all.get("features").get(1).get("properties");
    boolean servesFirst = first.get("status").asString().equals("STANDARD");
    ObjectNode served = servesFirst ? first : second;
    ObjectNode left = servesFirst ? second : first;
    assertThat(left.get("reason").asString()).isEqualTo("SATELLITE_CAPACITY");
    String id = left.get("settlementId").asString();
    left.setAll(served.deepCopy());
    left.put("settlementId", id);
    Files.write(services, JSON.writeValueAsBytes(all));
    assertThat(broken()).contains("beam").doesNotContain("demand", "people", "settlement.cost");
  }

  @Test
  void moreThanASatelliteTerminalCarriesIsRefused() throws IOException {
    PlanningProblem far = SmallWorlds.underTheSky(world(140, 3));
    Settlement place = far.settlements().get(0).with().location(new LonLat(2, 12)).build();
    plan(far.withSettlements(List.of(place)), "lte-light");
    Path links = folder.resolve("links.geojson");
    assertThat(Files.readString(links)).contains("\"toId\":\"sky:sky\"", "\"systems\":7");
    Path catalogue = folder.resolve("catalogue.json");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(catalogue));
    for (JsonNode medium : all.get("media")) {
      if (medium.get("id").asString().equals("sky")) {
        ((ObjectNode) medium.get("mostSystems")).put("value", 6).put("low", 6);
      }
    }
    Files.write(catalogue, JSON.writeValueAsBytes(all));
    assertThat(broken())
        .contains("link.backhaul")
        .doesNotContain("link.systems", "link.cost", "link.spectrum");
  }

  @Test
  void aSiteThatIsFedByAnotherSkyThanItPaysIsRefused() throws IOException {
    PlanningProblem far = SmallWorlds.underTheSky(world(140, 3));
    Settlement place = far.settlements().get(0).with().location(new LonLat(2, 12)).build();
    plan(far.withSettlements(List.of(place)), "lte-light");
    Path links = folder.resolve("links.geojson");
    String text = Files.readString(links);
    Files.writeString(links, text.replace("\"toId\":\"sky:sky\"", "\"toId\":\"sky:other\""));
    assertThat(broken()).contains("link.ends");
  }

  @Test
  void aSiteWithTheDearerEnergyIsRefused() throws IOException {
    PlanningProblem one = world(900, 2);
    Settlement beside = one.settlements().get(0).withDistanceToGridKm(0.05);
    plan(one.withSettlements(List.of(beside)), "lte-light");
    assertThat(Files.readString(folder.resolve("sites.csv"))).contains(",GRID,");
    forge("energy", "SOLAR");
    assertThat(broken()).containsExactly("site.energy");
    plan(one.withSettlements(List.of(beside.withDistanceToGridKm(30))), "lte-light");
    assertThat(Files.readString(folder.resolve("sites.csv"))).contains(",SOLAR,");
    forge("energy", "GRID");
    assertThat(broken()).containsExactly("site.energy");
  }

  @Test
  void aLineThatIsLeftOutOfTheCostIsRefused() throws IOException {
    PlanningProblem one = world(900, 2);
    Settlement here = one.settlements().get(0).withDistanceToGridKm(0.05);
    plan(one.withSettlements(List.of(here)), "lte-light");
    Path settlements = folder.resolve("settlements.geojson");
    String text = Files.readString(settlements);
    assertThat(text).contains("\"distanceToGridKm\":0.05");
    Files.writeString(
        settlements, text.replace("distanceToGridKm\":0.05", "distanceToGridKm\":0.06"));
    assertThat(broken()).contains("site.cost").doesNotContain("site.energy");
  }

  @Test
  void whereBuildingCostsMoreALowerRatioIsRefused() throws IOException {
    PlanningProblem one = world(900, 2);
    plan(one, "lte-light");
    double usualUsd = amount("capexUsd");
    Settlement here = one.settlements().get(0).withSiteCostRatio(1.5);
    plan(one.withSettlements(List.of(here)), "lte-light");
    assertThat(amount("capexUsd")).isGreaterThan(1.2 * usualUsd).isLessThan(1.5 * usualUsd);
    Path settlements = folder.resolve("settlements.geojson");
    String text = Files.readString(settlements);
    assertThat(text).contains("\"siteCostRatio\":1.5");
    Files.writeString(settlements, text.replace("siteCostRatio\":1.5", "siteCostRatio\":1.4"));
    assertThat(broken()).contains("site.cost");
  }

  /** A closed place is served from beside it, and nothing is built on it. */
  @Test
  void aSiteOnClosedGroundIsRefused() throws IOException {
    PlanningProblem one = world(900, 2);
    Settlement closed = one.settlements().get(0).withSiteClosed(true);
    LonLat at = closed.location();
    Settlement beside =
        closed
            .with()
            .id("beside")
            .siteClosed(false)
            .location(new LonLat(at.lon() + 0.01, at.lat()))
            .build();
    plan(one.withSettlements(List.of(closed, beside)), "lte-light");
    List<String> sites = Files.readAllLines(folder.resolve("sites.csv"));
    assertThat(sites).hasSize(2);
    assertThat(sites.get(1)).contains("beside").doesNotContain("," + closed.id() + ",");

    Path settlements = folder.resolve("settlements.geojson");
    String text = Files.readString(settlements);
    assertThat(text).containsOnlyOnce("siteClosed").contains("\"siteClosed\":true");
    String moved = text.replace(",\"siteClosed\":true", "");
    int last = moved.lastIndexOf("\"modelled\"");
    Files.writeString(
        settlements, moved.substring(0, last) + "\"siteClosed\":true," + moved.substring(last));
    assertThat(broken()).contains("site.closed");
    plan(one.withSettlements(List.of(closed)), "lte-light");
    assertThat(Files.readAllLines(folder.resolve("sites.csv"))).hasSize(1);
  }

  @Test
  void moreThanABeamCarriesToSitesIsRefused() throws IOException {
    Settlement place = world(240, 3).settlements().get(0);
    Settlement far = place.with().location(new LonLat(2, 12)).build();
    plan(world(240, 3).withSettlements(List.of(far)), "lte-light");
    assertThat(Files.readString(folder.resolve("links.geojson"))).contains("sky:leo-backhaul");
    Path catalogue = folder.resolve("catalogue.json");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(catalogue));
    for (JsonNode technology : all.get("technologies")) {
      if (technology.get("id").asString().equals("leo")) {
        ((ObjectNode) technology.get("beamMbpsPerKm2")).put("value", 0.114);
      }
    }
    Files.write(catalogue, JSON.writeValueAsBytes(all));
    assertThat(broken()).contains("beam").doesNotContain("link.load", "link.backhaul");
  }

  @Test
  void serviceOfThoseWhoSeeNoMastIsRefused() throws IOException {
    plan(world(2_000, 20), "fwa");
    Path services = folder.resolve("plan.geojson");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(services));
    ObjectNode here = (ObjectNode) all.get("features").get(0).get("properties");
    assertThat(here.get("parts").get(0).get("technologyId").asString()).isEqualTo("fwa");
    assertThat(here.get("parts").get(1).get("status").asString()).isEqualTo("UNSERVED");
    assertThat(here.get("peopleServed").asDouble()).isEqualTo(1_000);
    ObjectNode first = (ObjectNode) here.get("parts").get(0);
    first.put("shareRatio", 0.9);
    Files.write(services, JSON.writeValueAsBytes(all));
    assertThat(broken()).contains("service.parts");
    here.remove("parts");
    here.put("peopleServed", 2_000);
    Files.write(services, JSON.writeValueAsBytes(all));
    assertThat(broken()).contains("service.sight");
  }
}
