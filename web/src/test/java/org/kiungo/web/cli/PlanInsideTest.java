package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;

/** Plans in which built-in places have an inside. */
class PlanInsideTest {

  @TempDir private Path folder;

  private CommandRun plan(String out, String... more) {
    List<String> args = new ArrayList<>(List.of("plan", "--country", "COM", "--lang", "en"));
    args.addAll(List.of("--budget", "4M", "--seed", "42", "--steps", "50"));
    args.addAll(List.of("--out", folder.resolve(out).toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  @Test
  void aPlanOfPartsIsProven() throws IOException {
    CommandRun made = plan("parts", "--inside", "modelled");
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.out())
        .contains("built-in data, places in modelled parts (used alone).")
        .contains("where each of them lies is not known");
    Path parts = folder.resolve("parts");
    CommandRun verified = CommandRun.of("verify", parts.toString(), "--lang", "en");
    assertThat(verified.out()).contains("Proven");
    assertThat(Files.readString(parts.resolve("inputs.json")))
        .contains("modelled inside of built-in places");
    PlanFolder read = PlanFolder.read(parts);
    assertThat(beyondReachRatio(read, false)).isZero();
    assertThat(beyondReachRatio(read, true)).isLessThan(0.1);
    // masts that stand do so where the model of the parts has them
    Set<String> modelled = Reference.builtIn().people().mastsInside("COM");
    assertThat(read.problem().towers())
        .extracting(Tower::id)
        .containsAll(
            read.problem().settlements().stream()
                .filter(each -> modelled.contains(each.id()))
                .filter(each -> each.baselineCoverageRatio() >= 0.5)
                .map(each -> each.id() + Tower.ASSUMED)
                .toList());
    assertThat(plan("whole", "--inside", "none").exitCode()).isZero();
    PlanFolder whole = PlanFolder.read(folder.resolve("whole"));
    assertThat(beyondReachRatio(whole, false)).isPositive();
    assertThat(beyondReachRatio(whole, true)).isGreaterThan(0.2);
    // what is not asked for changes no byte
    plan("silent");
    assertThat(folder.resolve("whole/manifest.json"))
        .hasSameTextualContentAs(folder.resolve("silent/manifest.json"));
  }

  /**
   * Share of the people served from sites whose ground is farther away than the site reaches; every
   * position is within reach.
   *
   * @param ownToo whether one mast is to reach all of its own place, too; a site has as many as
   *     that ground needs
   */
  private static double beyondReachRatio(PlanFolder read, boolean ownToo) {
    Map<String, Settlement> places =
        read.problem().settlements().stream()
            .collect(Collectors.toMap(Settlement::id, Function.identity()));
    Map<String, LonLat> at = new HashMap<>();
    places.forEach((id, place) -> at.put(id, place.location()));
    read.problem().nodes().forEach(each -> at.put(each.id(), each.location()));
    read.problem().towers().forEach(each -> at.put(each.id(), each.location()));
    Map<String, Plan.AccessSite> sites =
        read.plan().sites().stream()
            .collect(Collectors.toMap(Plan.AccessSite::id, Function.identity()));
    Map<String, Double> reachKm =
        read.problem().catalogue().technologies().stream()
            .filter(each -> each.reachKm() != null)
            .collect(Collectors.toMap(AccessTechnology::id, each -> each.reachKm().value()));
    double all = 0;
    double beyond = 0;
    for (Plan.SettlementService each : read.plan().settlements()) {
      Plan.AccessSite site = sites.get(each.siteId());
      if (site != null) {
        Settlement place = places.get(each.settlementId());
        double km = place.location().distanceKm(at.get(site.placeId()));
        double reach = reachKm.get(site.technologyId());
        assertThat(km).as(each.settlementId()).isLessThanOrEqualTo(reach + 0.01);
        all += each.peopleServed();
        boolean own = site.placeId().equals(place.id()) || km == 0;
        beyond +=
            own && !ownToo ? 0 : each.peopleServed() * beyondRatio(km, place.areaKm2(), reach);
      }
    }
    assertThat(all).isPositive();
    return beyond / all;
  }

  /** Share of a circle of ground, its middle so far away, that lies beyond the reach. */
  private static double beyondRatio(double km, double areaKm2, double reachKm) {
    double radius = Math.sqrt(areaKm2 / Math.PI);
    int points = 400;
    int beyond = 0;
    for (int k = 0; k < points; k++) {
      double away = radius * Math.sqrt((k + 0.5) / points);
      double turn = k * Math.PI * (3 - Math.sqrt(5));
      double x = km + away * Math.cos(turn);
      beyond += Math.hypot(x, away * Math.sin(turn)) > reachKm ? 1 : 0;
    }
    return (double) beyond / points;
  }

  /** Whoever brings places of their own keeps these whole; the rest of the country is in parts. */
  @Test
  void partsFillInBesideAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("survey.csv"),
            "id,name,lon,lat,population\na,Alpha,43.30,-11.60,4000\n");
    String[] asked = {"--inside", "modelled", "--settlements", file.toString()};
    CommandRun refused = plan("x", asked);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err())
        .contains("survey.csv feeds the settlements")
        .contains("settlements=survey.csv:replace,built-in-inside:fill");
    List<String> more = new ArrayList<>(List.of(asked));
    more.addAll(List.of("--use", "settlements=survey.csv:replace,built-in:fill"));
    CommandRun made = plan("beside", more.toArray(String[]::new));
    assertThat(made.exitCode()).as(made.err()).isZero();
    PlanFolder read = PlanFolder.read(folder.resolve("beside"));
    assertThat(read.scenario().feeds())
        .extracting(Feed::source)
        .containsExactly("survey.csv", Feed.INSIDE);
    assertThat(read.problem().settlements())
        .filteredOn(each -> !each.id().equals("a"))
        .hasSizeGreaterThan(200)
        .allMatch(each -> each.attributes().containsKey(Settlement.PART_OF));
  }

  @Test
  void partsAreOfSettlementsAlone() {
    assertThat(plan("x", "--use", "nodes=built-in-inside:alone").err())
        .contains("built-in-inside cannot feed the layer");
    assertThat(plan("x", "--use", "settlements=built-in:replace,built-in-inside:fill").err())
        .contains("keep one of the two");
    assertThat(plan("x", "--inside", "counted").err()).contains("none, modelled");
  }
}
