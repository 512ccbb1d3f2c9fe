package org.kiungo.geodata.feed;

import java.util.List;
import java.util.Set;
import org.kiungo.geodata.crs.Geodesics;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.CoverageReach;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a source of a layer holds.
 *
 * @param rows how many records
 * @param sum in the layer's unit; NaN where the layer has none to add up
 * @param unit of the sum
 * @param completeRatio share of records whose main figure is known: people of a place, status of a
 *     line, height of a mast, generation of a coverage area, what stands at a node; NaN where a
 *     layer has none
 * @param statedRatio share of the sum that a source states, neither modelled nor assumed; NaN where
 *     nothing tells
 * @param statedRows records that a source states, likewise; all of them where nothing tells
 * @param extent box of degrees; null for no record with a place
 * @param heldPlaces of coverage the places of the country that lie in areas that meet the standard,
 *     by their ids; empty of any other layer
 * @param answers whether all of its places answer a survey about places that are known
 * @param measured whether all of its areas are tiles of speed tests, which tell of no place that it
 *     has no service
 */
public record LayerFacts(
    long rows,
    double sum,
    Unit unit,
    double completeRatio,
    double statedRatio,
    long statedRows,
    Envelope extent,
    Set<String> heldPlaces,
    boolean answers,
    boolean measured) {

  /** What is added up. */
  public enum Unit {
    PEOPLE,
    KM,
    KM2,
    /** Nodes, masts, facilities: one each. */
    RECORDS
  }

  /** Adds records up as they stream by. */
  public static final class Builder {

    private final Unit unit;
    private final Envelope extent = new Envelope();
    private long rows;
    private double sum;
    private double stated;
    private long complete;
    private long statedRows;
    private long answerRows;
    private long measuredRows;
    private boolean judged;

    private final CoverageReach reach;

    public Builder(Unit unit) {
      this.unit = unit;
      this.reach = null;
    }

    /** Of areas of coverage of a country, ISO 3166-1 alpha-3. */
    public Builder(String iso3) {
      this.unit = Unit.KM2;
      this.reach = new CoverageReach(iso3);
    }

    public void add(Settlement each) {
      extent.expandToInclude(each.location().lon(), each.location().lat());
      double people = Double.isNaN(each.population()) ? 0 : each.population();
      answerRows += SurveyAnswers.is(each) ? 1 : 0;
      judge(people, !Double.isNaN(each.population()), !each.modelled());
    }

    public void add(NetworkNode each) {
      extent.expandToInclude(each.location().lon(), each.location().lat());
      judge(1, !each.source().isEmpty(), !each.assumed());
    }

    public void add(Tower each) {
      extent.expandToInclude(each.location().lon(), each.location().lat());
      judge(1, !Double.isNaN(each.heightM()), true);
    }

    public void add(FibreLine each) {
      each.path().forEach(place -> extent.expandToInclude(place.lon(), place.lat()));
      boolean known = each.status() != FibreLine.Status.UNKNOWN;
      judge(lengthKm(each.path()), known, known);
    }

    public void add(CoverageArea each) {
      extent.expandToInclude(each.area().getEnvelopeInternal());
      boolean known = each.isGenerationKnown();
      measuredRows += each.isMeasured() ? 1 : 0;
      judge(Geodesics.areaKm2(each.area()), known, known);
      if (reach != null) {
        reach.add(each);
      }
    }

    /** A record of any other layer; null for one without a place. */
    public void add(Geometry geometry) {
      add(
          geometry,
          switch (unit) {
            case KM -> geometry == null ? 0 : Geodesics.lengthKm(geometry);
            case KM2 -> geometry == null ? 0 : Geodesics.areaKm2(geometry);
            case PEOPLE, RECORDS -> 1;
          });
    }

    /**
     * The same where its row says how much it holds.
     *
     * @param amount in the unit; NaN when not known
     */
    public void add(Geometry geometry, double amount) {
      rows++;
      statedRows++;
      if (geometry != null) {
        extent.expandToInclude(geometry.getEnvelopeInternal());
      }
      sum += amount;
    }

    private void judge(double amount, boolean isComplete, boolean isStated) {
      judged = true;
      rows++;
      sum += amount;
      stated += isStated ? amount : 0;
      statedRows += isStated ? 1 : 0;
      complete += isComplete ? 1 : 0;
    }

    public LayerFacts build() {
      return new LayerFacts(
          rows,
          sum,
          unit,
          judged ? (double) complete / rows : Double.NaN,
          judged && sum > 0 ? stated / sum : Double.NaN,
          statedRows,
          extent.isNull() ? null : extent,
          reach == null ? Set.of() : reach.held(),
          rows > 0 && answerRows == rows,
          rows > 0 && measuredRows == rows);
    }
  }

  /** Along a drawn line, km. */
  static double lengthKm(List<LonLat> path) {
    double km = 0;
    for (int k = 1; k < path.size(); k++) {
      km += path.get(k - 1).distanceKm(path.get(k));
    }
    return km;
  }
}
