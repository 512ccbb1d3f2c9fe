package org.kiungo.web.network;

import java.util.List;
import org.kiungo.geodata.conflate.ConflatedNetwork.SourceLength;
import org.kiungo.geodata.conflate.Conflict;
import org.kiungo.geodata.conflate.Decision;
import org.kiungo.geodata.conflate.Doubt;
import org.kiungo.planner.model.FibreLine;

/**
 * A merged network as a page shows it.
 *
 * @param toleranceKm used
 * @param suggestedKm what the drawings, or earlier merges of their sources, suggest
 * @param why where the suggestion comes from, in the reader's language
 * @param sum what came out, in the reader's language
 * @param lengthKm of the network
 * @param sharedKm of it that two drawings or more have
 * @param sources kilometres by drawing, in the order chosen
 * @param segments of the network
 * @param doubts stretches to be decided, numbered as they stand here, longest first
 * @param conflicts what drawings of one cable tell differently, the first 200
 * @param conflictsInAll how many there are
 */
public record Merged(
    double toleranceKm,
    double suggestedKm,
    String why,
    String sum,
    double lengthKm,
    double sharedKm,
    List<SourceLength> sources,
    List<Line> segments,
    List<Question> doubts,
    List<Conflict> conflicts,
    int conflictsInAll) {

  /**
   * A line to draw.
   *
   * @param path longitude, latitude, longitude … in degrees, to ten metres
   * @param seenBy how many drawings have it
   * @param status whether it works, as far as anybody says
   */
  record Line(double[] path, int seenBy, FibreLine.Status status) {}

  /**
   * A doubtful stretch.
   *
   * @param title where it lies
   * @param sentence what the drawings say, in the reader's language
   * @param kept the more trusted reading, as {@link Line#path}
   * @param other the other reading
   * @param decision as it stands
   */
  record Question(
      String id,
      Doubt.Reason reason,
      String title,
      String sentence,
      double lengthKm,
      double farthestKm,
      String keptName,
      String otherName,
      double[] kept,
      double[] other,
      Decision decision) {}
}
