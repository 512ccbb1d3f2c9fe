package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.CoverageBaseline;
import org.kiungo.geodata.problem.MeasuredTiles;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.scenario.Feed;

/**
 * Who is served today, from several sources. What a settlement's own row states goes before all but
 * areas that are used alone and touch it; else the first source in rank that knows the place
 * decides. Areas know the places that they touch; one that is used alone knows every place, and
 * nobody outside has service. What Kiungo carries knows its own places, and others by the nearest
 * of those within {@value #NEAR_KM} km. Two that both stay, being added, say the higher share.
 * Tests that users made raise what the others say, whatever their rank, and never lower it ({@link
 * MeasuredTiles}); where a row of answers says who has 4G, they change nothing.
 */
final class CoverageMerge {

  /** One and a half cells of the built-in grid. */
  static final double NEAR_KM = 15;

  private final List<Ranked<CoverageArea>> sources;
  private final List<CoverageBaseline> areas = new ArrayList<>();
  private final MeasuredTiles tiles;
  private final PointGround<Settlement> carried = new PointGround<>(Settlement::location, 0);

  /**
   * Sources in the order of their ranks.
   *
   * @param sources without records where they are what Kiungo carries
   * @param carried places as Kiungo knows them
   */
  CoverageMerge(List<Ranked<CoverageArea>> sources, List<Settlement> carried) {
    this.tiles =
        new MeasuredTiles(sources.stream().flatMap(each -> each.records().stream()).toList());
    this.sources = sources.stream().filter(each -> !MeasuredTiles.areAll(each.records())).toList();
    this.sources.forEach(each -> areas.add(new CoverageBaseline(each.records())));
    carried.forEach(this.carried::add);
  }

  /** The settlements in the same order, as the sources know them. */
  List<Settlement> over(List<Settlement> settlements) {
    return settlements.stream().map(this::told).toList();
  }

  private Settlement told(Settlement place) {
    if (CoverageColumn.tells(place)) {
      return alone(place);
    }
    Settlement known = null;
    boolean closed = false;
    for (int k = 0; k < sources.size(); k++) {
      Ranked<CoverageArea> source = sources.get(k);
      if (known == null || !(closed || source.fills())) {
        Settlement here = at(place, source, areas.get(k));
        known = higher(known, here);
        closed |= here != null && source.replaces();
      }
    }
    return tiles.raised(known == null ? place.withBaseline(Double.NaN) : known);
  }

  /** As areas that are used alone say of a place that they hold; else as its own row states. */
  private Settlement alone(Settlement place) {
    for (int k = 0; k < sources.size(); k++) {
      Ranked<CoverageArea> source = sources.get(k);
      boolean areas = source.use() == Feed.Use.ALONE && !source.source().equals(Feed.BUILT_IN);
      double ratio = areas ? this.areas.get(k).ratio(place) : 0;
      if (ratio > 0) {
        return place.withBaseline(ratio);
      }
    }
    return place;
  }

  private static Settlement higher(Settlement one, Settlement other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.baselineCoverageRatio() > one.baselineCoverageRatio() ? other : one;
  }

  /** The place as one source knows it; null where it does not. */
  private Settlement at(Settlement place, Ranked<CoverageArea> source, CoverageBaseline drawn) {
    if (source.source().equals(Feed.BUILT_IN)) {
      return Double.isNaN(place.baselineCoverageRatio()) ? asNearby(place) : place;
    }
    double ratio = drawn.ratio(place);
    return ratio > 0 || source.use() == Feed.Use.ALONE ? place.withBaseline(ratio) : null;
  }

  private Settlement asNearby(Settlement place) {
    return carried.within(place.location(), NEAR_KM).stream()
        .filter(each -> !Double.isNaN(each.baselineCoverageRatio()))
        .min(
            Comparator.comparingDouble(
                    (Settlement each) -> each.location().distanceKm(place.location()))
                .thenComparing(Settlement::id))
        .map(
            each ->
                place
                    .with()
                    .baselineCoverageRatio(each.baselineCoverageRatio())
                    .baselineLowRatio(each.baselineLowRatio())
                    .baselineHighRatio(each.baselineHighRatio())
                    .baselineModelled(true)
                    .build())
        .orElse(null);
  }
}
