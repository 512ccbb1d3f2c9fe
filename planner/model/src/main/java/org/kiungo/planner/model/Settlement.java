package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * A named inhabited place, or a cell of people outside named places: a demand point.
 *
 * @param id stable identity: the input's, else ISO3 and rounded lon/lat
 * @param name name shown to users, empty when the source has none
 * @param location where its people are taken to live
 * @param population residents, ≥ 0; NaN when not known (such a place is listed, never planned)
 * @param areaKm2 ground over which its people live, &gt; 0, which radio has to reach; NaN when not
 *     known
 * @param inhabitedKm2 the part of that ground where people live, ≥ 0, which distribution to homes
 *     has to be laid in; NaN = all of it, as where a source draws the settlement itself
 * @param country ISO 3166-1 alpha-3
 * @param district first-level administrative area, empty when not known
 * @param baselineCoverageRatio share of its people covered today, 0–1; NaN = not known, planned as
 *     0 and shown as "not known"
 * @param baselineLowRatio the least that share may be, 0 to {@code baselineCoverageRatio}; NaN = no
 *     range is known
 * @param baselineHighRatio the most it may be, up to 1; NaN = no range is known
 * @param baselineModelled true when that share is modelled rather than stated by a source
 * @param baselineCountsAs what somebody covered today is taken to have: {@link Today} says it,
 *     facts as they are published count as the standard
 * @param distanceToGridKm to the power grid, ≥ 0; NaN when not known
 * @param rainMmPerHour rain rate exceeded in 0.01 % of an average year (ITU-R P.837), ≥ 0; NaN when
 *     not known
 * @param institutionMbps what its schools, clinics and other institutions take in the busy hour
 *     beside its people, ≥ 0; NaN when none are joined to it
 * @param siteCostRatio what building a new site there costs over what it costs elsewhere, ≥ 1; NaN
 *     = the same
 * @param siteClosed true where no new site may be built; masts that stand stay
 * @param modelled true when its population or place is modelled rather than counted
 * @param attributes other columns of its row, kept and written out again
 */
@RecordBuilder
public record Settlement(
    String id,
    @Initializer(source = Unset.class, value = "TEXT") String name,
    LonLat location,
    @Initializer(source = Unset.class, value = "NUMBER") double population,
    @Initializer(source = Unset.class, value = "NUMBER") double areaKm2,
    @Initializer(source = Unset.class, value = "NUMBER") double inhabitedKm2,
    @Initializer(source = Unset.class, value = "TEXT") String country,
    @Initializer(source = Unset.class, value = "TEXT") String district,
    @Initializer(source = Unset.class, value = "NUMBER") double baselineCoverageRatio,
    @Initializer(source = Unset.class, value = "NUMBER") double baselineLowRatio,
    @Initializer(source = Unset.class, value = "NUMBER") double baselineHighRatio,
    boolean baselineModelled,
    Today.CountsAs baselineCountsAs,
    @Initializer(source = Unset.class, value = "NUMBER") double distanceToGridKm,
    @Initializer(source = Unset.class, value = "NUMBER") double rainMmPerHour,
    @Initializer(source = Unset.class, value = "NUMBER") double institutionMbps,
    @Initializer(source = Unset.class, value = "NUMBER") double siteCostRatio,
    boolean siteClosed,
    boolean modelled,
    Map<String, String> attributes)
    implements SettlementBuilder.With {

  /**
   * Attribute of a modelled part of a place, and of a place that stays whole among such: the id of
   * the place. Its ground is known, so that whoever serves it from elsewhere has to reach all of
   * it.
   */
  public static final String PART_OF = "partOf";

  public Settlement {
    if (population < 0) {
      throw new InputRefused("settlement.population", "id", id, "value", population);
    }
    if (baselineCoverageRatio < 0 || baselineCoverageRatio > 1) {
      throw new InputRefused("settlement.baseline", "id", id, "value", baselineCoverageRatio);
    }
    if (baselineLowRatio < 0
        || baselineLowRatio > baselineCoverageRatio
        || baselineHighRatio < baselineCoverageRatio
        || baselineHighRatio > 1) {
      throw new InputRefused(
          "settlement.baselineRange", "id", id, "low", baselineLowRatio, "high", baselineHighRatio);
    }
    if (inhabitedKm2 < 0 || inhabitedKm2 > areaKm2) {
      throw new InputRefused(
          "settlement.inhabited", "id", id, "value", inhabitedKm2, "areaKm2", areaKm2);
    }
    if (rainMmPerHour < 0) {
      throw new IllegalArgumentException(
          "rainMmPerHour of " + id + " is " + rainMmPerHour + "; allowed ≥ 0, or NaN");
    }
    if (institutionMbps < 0) {
      throw new IllegalArgumentException(
          "institutionMbps of " + id + " is " + institutionMbps + "; allowed ≥ 0, or NaN");
    }
    if (siteCostRatio < 1) {
      throw new IllegalArgumentException(
          "siteCostRatio of " + id + " is " + siteCostRatio + "; allowed ≥ 1, or NaN");
    }
    baselineCountsAs = baselineCountsAs == null ? Today.CountsAs.STANDARD : baselineCountsAs;
    attributes = Map.copyOf(attributes);
  }

  /** The same place, its people served today as a source states them. */
  public Settlement withBaseline(double ratio) {
    return with()
        .baselineCoverageRatio(ratio)
        .baselineLowRatio(Double.NaN)
        .baselineHighRatio(Double.NaN)
        .baselineModelled(false)
        .build();
  }

  /** People not yet served to the standard; 0 when the population is not known. */
  public double unservedPopulation() {
    return unservedPopulation(baselineCoverageRatio);
  }

  /**
   * The same if another share of its people were covered.
   *
   * @param coverageRatio 0–1; NaN = not known
   */
  public double unservedPopulation(double coverageRatio) {
    if (Double.isNaN(population)) {
      return 0;
    }
    return counts(Today.CountsAs.STANDARD, coverageRatio)
        ? population * (1 - coverageRatio)
        : population;
  }

  /** People who have basic service today and no more. */
  public double basicPopulation() {
    return basicPopulation(baselineCoverageRatio);
  }

  /**
   * The same if another share of its people were covered.
   *
   * @param coverageRatio 0–1; NaN = not known
   */
  public double basicPopulation(double coverageRatio) {
    return Double.isNaN(population) || !counts(Today.CountsAs.BASIC, coverageRatio)
        ? 0
        : population * coverageRatio;
  }

  /**
   * True when most of its people have service today, to the standard or basic, as their coverage
   * counts: whoever draws it says "served today", not "not served", where a plan leaves the rest.
   */
  public boolean isServedToday() {
    return population > 0 && 2 * (unservedPopulation() - basicPopulation()) < population;
  }

  private boolean counts(Today.CountsAs as, double coverageRatio) {
    return baselineCountsAs == as && !Double.isNaN(coverageRatio);
  }
}
