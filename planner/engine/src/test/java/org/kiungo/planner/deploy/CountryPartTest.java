package org.kiungo.planner.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.BorderWorlds;
import org.kiungo.planner.CountryPart;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.model.value.LonLat;

/** What a country can choose by itself it can choose when it is planned with others. */
class CountryPartTest {

  private static final int WORLDS = 20;
  private static final int PLACES = 40;

  /**
   * Places of two countries, the one in the east ten degrees long, so that their own planes are
   * others than the one that they share; roads and lines on both sides of the border.
   */
  private static PlanningProblem world(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem divided = BorderWorlds.divided(SmallWorlds.wide(seed, PLACES), random);
    List<Settlement> settlements = new ArrayList<>(divided.settlements());
    settlements.replaceAll(
        s ->
            s.country().equals("TGO") && random.nextInt(3) == 0
                ? s.withLocation(new LonLat(s.location().lon(), 8 + 10 * random.nextDouble()))
                : s);
    List<RoadStretch> roads = new ArrayList<>();
    List<FibreLine> lines = new ArrayList<>();
    for (double lat = 9; lat < 9.3; lat += 0.1) {
      for (double lon = 2; lon < 2.3; lon += 0.1) {
        LonLat from = new LonLat(lon, lat);
        roads.add(new RoadStretch(List.of(from, new LonLat(lon + 0.1, lat))));
        roads.add(new RoadStretch(List.of(from, new LonLat(lon, lat + 0.1))));
      }
      lines.add(line("w" + lat, 2.01, lat, "BEN"));
      lines.add(line("e" + lat, 2.29, lat, "TGO"));
    }
    return divided
        .with()
        .settlements(settlements)
        .roads(new RoadNetwork(roads))
        .fibreLines(lines)
        .build();
  }

  private static FibreLine line(String id, double lon, double lat, String country) {
    List<LonLat> path = List.of(new LonLat(lon, lat), new LonLat(lon + 0.05, lat + 0.08));
    return new FibreLine(id, path, country, "", FibreLine.Status.OPERATIONAL, "");
  }

  private static Question question(PlanningProblem problem) {
    return new Question(
        problem, new DeploySettings(1e9, Double.NaN, List.of(), List.of(), List.of(), 0, 0));
  }

  /** Links by their ends and what they cost, options by site and what they cost. */
  private static Set<String> choices(Question question) {
    Set<String> found = new TreeSet<>();
    CandidateLinks links = question.links();
    for (int v = 0; v < question.places().count(); v++) {
      for (int e = links.first(v); e < links.end(v); e++) {
        String to =
            links.head(e) != links.root()
                ? question.places().id(links.head(e))
                : links.isUp(links.link(e)) ? "sky" : links.rootOf(links.link(e)).id();
        String cents =
            links.media().cents(links.link(e), 1)
                + " "
                + links.media().cents(links.link(e), 1L << 30);
        found.add(question.places().id(v) + " > " + to + " " + cents);
      }
    }
    AccessOptions options = question.options();
    for (int o = 0; o < options.count(); o++) {
      int s = options.site(o);
      String at = s < 0 ? "-" : question.places().id(options.sitePlace(s));
      found.add(
          question.places().id(options.owner(o))
              + " by "
              + options.technologies().get(options.technology(o)).id()
              + " at "
              + at
              + " "
              + options.privateCents(o)
              + (s < 0 ? "" : " " + options.siteCents(s, options.taken(o))));
    }
    return found;
  }

  @Test
  void aCountryHasAllThatItHasAloneWhenItIsPlannedWithOthers() {
    for (int seed = 1; seed <= WORLDS; seed++) {
      PlanningProblem world = world(seed);
      Set<String> together = choices(question(world));
      for (String iso3 : List.of("BEN", "TGO")) {
        Set<String> alone = choices(question(CountryPart.of(world, iso3)));
        assertThat(together).as("seed %d, %s", seed, iso3).containsAll(alone);
      }
    }
  }
}
