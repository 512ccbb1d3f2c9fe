package org.kiungo.geodata.problem;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.PlaceCoverage;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;

/**
 * How well the model of today's coverage foretells areas of coverage, place by place, weighed by
 * people: what it is worth where nobody has drawn any. Places beside the extent of the areas are
 * left out, since areas of a part of a country say nothing of the rest.
 *
 * @param people who live within the extent, &gt; 0
 * @param alikeRatio share of them of whom both say the same, 0–1
 * @param chanceRatio the same if the model covered as many of them anywhere
 * @param foundRatio share of those in the areas whom the model covers; NaN where there is nobody
 * @param soundRatio share of those whom the model covers who are in the areas; likewise
 */
public record CoverageScore(
    double people, double alikeRatio, double chanceRatio, double foundRatio, double soundRatio) {

  /**
   * Of areas of a country; empty for a country that is not carried, and where nobody lives.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @param held ids of places in the areas, as of {@link CoverageReach#held}
   * @param extent box of the areas in degrees; null for no area
   */
  public static Optional<CoverageScore> of(String iso3, Collection<String> held, Envelope extent) {
    if (extent == null || CoverageReach.published(iso3).isEmpty()) {
      return Optional.empty();
    }
    return of(Reference.builtIn().people().covered(iso3), new HashSet<>(held), extent);
  }

  static Optional<CoverageScore> of(
      List<PlaceCoverage> modelled, Set<String> held, Envelope extent) {
    double people = 0;
    double drawn = 0;
    double covered = 0;
    double both = 0;
    for (PlaceCoverage each : modelled) {
      LonLat at = each.place().location();
      if (extent.contains(at.lon(), at.lat())) {
        double here = each.place().population();
        people += here;
        covered += here * each.ratio();
        drawn += held.contains(each.place().id()) ? here : 0;
        both += held.contains(each.place().id()) ? here * each.ratio() : 0;
      }
    }
    if (people == 0) {
      return Optional.empty();
    }
    double neither = people - drawn - covered + both;
    double chance = drawn * covered + (people - drawn) * (people - covered);
    return Optional.of(
        new CoverageScore(
            people,
            (both + neither) / people,
            chance / (people * people),
            drawn == 0 ? Double.NaN : both / drawn,
            covered == 0 ? Double.NaN : both / covered));
  }
}
