package org.kiungo.web.plan;

import java.util.List;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.compare.Corridor;
import org.kiungo.planner.compare.Corridors;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.ScenarioFacts;

/** Links across borders of a plan of several countries, with who may pay for them. */
public final class PlanCorridors {

  private static final String EARNED = "gdp_per_capita_usd";

  private PlanCorridors() {}

  static List<Corridor> of(PlanContent content) {
    PlanFolder folder = content.folder();
    return Corridors.of(
        ScenarioFacts.of(folder.problem(), folder.scenario()),
        folder.plan(),
        PlanCorridors::earnedUsd);
  }

  /**
   * Gross domestic product a head as the reference facts have it, current USD.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @return NaN where it is not known
   */
  public static double earnedUsd(String iso3) {
    return Reference.builtIn().countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .map(each -> each.figure(EARNED))
        .orElse(Double.NaN);
  }
}
