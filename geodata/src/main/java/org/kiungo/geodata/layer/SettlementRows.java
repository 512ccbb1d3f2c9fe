package org.kiungo.geodata.layer;

import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.geodata.crs.Geodesics;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;

/** Rows of a settlement layer: a point or polygon with its people. */
final class SettlementRows implements RecordMaker<Settlement> {

  /** More people than any city on Earth holds (UN World Urbanization Prospects 2018: 37 M). */
  private static final double MOST_PEOPLE = 50e6;

  private final Context context;
  private final Map<String, ShareUnit.Told> shares;
  private boolean fractionTold;

  /**
   * @param shares in what declared columns of shares are written; known once rows come
   */
  SettlementRows(Context context, Map<String, ShareUnit.Told> shares) {
    this.context = context;
    this.shares = shares;
  }

  @Override
  public double quantity(Row row) {
    double people = row.quietNumber("population");
    return Math.abs(people) <= 1e12 ? people : Double.NaN;
  }

  @Override
  public void make(Row row, Consumer<Settlement> out) {
    LonLat place = row.place();
    double people = population(row);
    if (place == null) {
      return;
    }
    String country = row.country(context.iso3, context.countries);
    String id = context.id(row, country, place);
    if (!row.isUsable()) {
      return;
    }
    context.checkNearby(row, place);
    if (!row.isUsable()) {
      return;
    }
    double covered = share(row, "coverageRatio", people);
    double low = share(row, "baselineLowRatio", people);
    double high = share(row, "baselineHighRatio", people);
    boolean ranged = low <= covered && covered <= high;
    if (!ranged && !(Double.isNaN(low) && Double.isNaN(high))) {
      row.tell(Severity.WARNING, "rangeUnfit", "baselineLowRatio", low + "–" + high, covered + "");
    }
    double areaKm2 = area(row);
    out.accept(
        SettlementBuilder.builder()
            .id(id)
            .name(row.name("name"))
            .location(place)
            .population(people)
            .areaKm2(areaKm2)
            .inhabitedKm2(inhabited(row, areaKm2))
            .country(country)
            .district(row.name("district"))
            .baselineCoverageRatio(covered)
            .baselineLowRatio(ranged ? low : Double.NaN)
            .baselineHighRatio(ranged ? high : Double.NaN)
            .baselineModelled(row.truth("baselineModelled"))
            .distanceToGridKm(row.atLeastZero("distanceToGridKm"))
            .rainMmPerHour(row.atLeastZero("rainMmPerHour"))
            .siteCostRatio(atLeastOne(row, "siteCostRatio"))
            .siteClosed(row.truth("siteClosed"))
            .modelled(row.truth("modelled"))
            .attributes(row.otherAttributes())
            .build());
  }

  private double share(Row row, String role, double people) {
    ShareUnit.Told told = shares.getOrDefault(role, ShareUnit.Told.PARTS_OF_ONE);
    return switch (told) {
      case PERCENT -> row.share(role, 100);
      case PERSONS -> row.share(role, people);
      default -> row.share(role, 1);
    };
  }

  /** NaN for what is below one, which is told. */
  private static double atLeastOne(Row row, String column) {
    double ratio = row.atLeastZero(column);
    if (ratio < 1) {
      row.tell(Severity.WARNING, "ratioBelowOne", column, ratio + "", "1.3");
      return Double.NaN;
    }
    return ratio;
  }

  private double population(Row row) {
    double people = row.number("population", true);
    if (Double.isNaN(people)) {
      if (row.isUsable()) {
        row.tell(Severity.WARNING, "populationUnknown", "population", row.text("population"), "");
      }
    } else if (people < 0) {
      row.tell(Severity.ERROR, "populationNegative", "population", people + "", "0");
    } else if (people > MOST_PEOPLE) {
      row.tell(Severity.ERROR, "populationTooLarge", "population", people + "", "50000000");
    } else if (people != Math.rint(people) && !fractionTold) {
      fractionTold = true;
      row.tell(Severity.INFO, "peopleFraction", "population", row.text("population"), "");
    }
    return people;
  }

  private static double area(Row row) {
    double stated = row.atLeastZero("areaKm2");
    if (stated > 0) {
      return stated;
    }
    double measured = Geodesics.areaKm2(row.geometry());
    return measured > 0 ? measured : Double.NaN;
  }

  private static double inhabited(Row row, double areaKm2) {
    double stated = row.atLeastZero("inhabitedKm2");
    if (stated > areaKm2 || stated > 0 && Double.isNaN(areaKm2)) {
      row.tell(Severity.WARNING, "inhabitedUnfit", "inhabitedKm2", stated + "", areaKm2 + "");
      return Double.NaN;
    }
    return stated > 0 ? stated : Double.NaN;
  }
}
