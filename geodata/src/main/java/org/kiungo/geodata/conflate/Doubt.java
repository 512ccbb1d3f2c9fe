package org.kiungo.geodata.conflate;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * A stretch of which the drawings do not say whether it is one cable or two.
 *
 * @param id the same for the same stretch of the same drawings, at any tolerance that finds it
 * @param reason why it is doubtful
 * @param kept source of the more trusted drawing
 * @param keptLineId line of it
 * @param other source of the other drawing
 * @param otherLineId line of it
 * @param keptPath the more trusted reading; of a gap, the place that is not reached
 * @param otherPath the other reading; of a gap or splice, from the end of the line to that place
 * @param lengthKm along the other reading
 * @param farthestKm greatest distance between the two
 * @param from where it begins: the nearest named place within 15 km, else latitude, longitude
 * @param to where it ends, likewise
 * @param place what one drawing passes and the other misses, empty when there is none
 * @param placePassedBy source that passes {@code place}
 * @param keptOperator who operates the more trusted line, of {@link Reason#OPERATORS} alone; else
 *     empty
 * @param otherOperator who operates the other line, likewise
 */
public record Doubt(
    String id,
    Reason reason,
    String kept,
    String keptLineId,
    String other,
    String otherLineId,
    List<LonLat> keptPath,
    List<LonLat> otherPath,
    double lengthKm,
    double farthestKm,
    String from,
    String to,
    String place,
    String placePassedBy,
    String keptOperator,
    String otherOperator) {

  public Doubt {
    keptPath = List.copyOf(keptPath);
    otherPath = List.copyOf(otherPath);
  }

  /** Why a stretch is doubtful. */
  public enum Reason {
    /** The drawings run beside one another, farther apart than the tolerance. */
    PARALLEL,
    /** The same, and one of them passes a place that the other misses. */
    PLACE,
    /**
     * Lines of different operators lie on one another: one cable that both use, or two on one road.
     * Until it is decided they are one route, and both operators are named.
     */
    OPERATORS,
    /** A line ends a little short of another. */
    GAP,
    /** A line ends on another, where no node stands, a little short of where lines meet. */
    SPLICE
  }

  Doubt named(String from, String to, String place, String passedBy) {
    return new Doubt(
        id,
        place.isEmpty() ? reason : Reason.PLACE,
        kept,
        keptLineId,
        other,
        otherLineId,
        keptPath,
        otherPath,
        lengthKm,
        farthestKm,
        from,
        to,
        place,
        passedBy,
        keptOperator,
        otherOperator);
  }
}
