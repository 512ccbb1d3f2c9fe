package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;

/**
 * Built-in countries whose cells of 9 km are cut into parts with people and coverage of their own,
 * as users bring them who have a raster of a kilometre. The first part keeps the cell's name and
 * point; the others lie around it at random, and today's coverage reaches part after part.
 */
public final class CutCountry {

  private static final double SPREAD_DEG = 0.035;

  private CutCountry() {}

  /**
   * A country.
   *
   * @param parts of each cell; 1 = as built in
   */
  public static PlanningProblem of(String iso3, int parts) {
    PlanningProblem whole =
        ProblemAssembly.builtIn(
            List.of(iso3), CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT);
    if (parts == 1) {
      return whole;
    }
    SplittableRandom random = new SplittableRandom(42);
    List<Settlement> cut = new ArrayList<>();
    for (Settlement cell : whole.settlements()) {
      cut.addAll(parts(cell, parts, random));
    }
    return whole.with().settlements(cut).build();
  }

  private static List<Settlement> parts(Settlement cell, int parts, SplittableRandom random) {
    double[] weight = new double[parts];
    double sum = 0;
    for (int k = 0; k < parts; k++) {
      double drawn = random.nextDouble();
      weight[k] = 0.02 + drawn * drawn * (k == 0 ? 2 : 1);
      sum += weight[k];
    }
    double covered = cell.baselineCoverageRatio() * cell.population();
    List<Settlement> found = new ArrayList<>();
    for (int k = 0; k < parts; k++) {
      double people = cell.population() * weight[k] / sum;
      double here = Math.min(people, covered);
      covered -= here;
      double ratio =
          people == 0 || Double.isNaN(here) ? cell.baselineCoverageRatio() : here / people;
      double east = SPREAD_DEG * (2 * random.nextDouble() - 1);
      double north = SPREAD_DEG * (2 * random.nextDouble() - 1);
      LonLat at = cell.location();
      found.add(
          cell.with()
              .id(k == 0 ? cell.id() : cell.id() + "~" + k)
              .location(k == 0 ? at : new LonLat(at.lon() + east, at.lat() + north))
              .population(people)
              .areaKm2(cell.areaKm2() / parts)
              .inhabitedKm2(cell.inhabitedKm2() / parts)
              .baselineCoverageRatio(ratio)
              .baselineLowRatio(ratio)
              .baselineHighRatio(ratio)
              .build());
    }
    return found;
  }
}
