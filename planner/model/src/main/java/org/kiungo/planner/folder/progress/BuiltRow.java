package org.kiungo.planner.folder.progress;

/**
 * A row that a site engineer reported, matched to a plan: a row of {@code built.csv}.
 *
 * @param file that it came in
 * @param row its number as the file counts
 * @param kind what it is about
 * @param id of the plan's site or link; of a terminal without a site, its settlement's
 * @param place as the row names it, empty where it does not
 * @param lot as the row names it, empty where it does not
 * @param lon degrees east; NaN where the row tells no position
 * @param lat degrees north; NaN likewise
 * @param date ISO 8601, empty where the row tells none
 * @param costUsd paid to build it, ≥ 0; NaN where the row tells none
 * @param technology as the row names it, empty where it does not
 * @param proof name of a photo or a report, empty without any
 * @param state what whoever builds says of it
 * @param verified what whoever verifies says of it; nothing else makes it stand
 * @param people counted there, ≥ 0; NaN where nobody counted
 * @param matchedBy how it was matched
 * @param counts false where a later row is about the same
 */
public record BuiltRow(
    String file,
    long row,
    Kind kind,
    String id,
    String place,
    String lot,
    double lon,
    double lat,
    String date,
    double costUsd,
    String technology,
    String proof,
    String state,
    Verified verified,
    double people,
    Matched matchedBy,
    boolean counts) {

  /** What of a plan a row is about. */
  public enum Kind {
    SITE,
    LINK,
    PLACE
  }

  /** What whoever verifies says. */
  public enum Verified {
    /** It stands and works as the contract has it. */
    ACCEPTED,
    /** It does not. */
    REFUSED,
    /** It stood, and stands no more. */
    LOST,
    /** Nothing yet. */
    NOTHING
  }

  /** How a row was matched. */
  public enum Matched {
    /** By its id. */
    ID,
    /** By the name of its place and its position. */
    PLACE,
    /** By place, lot and technology, which only one site has. */
    LOT
  }

  /** True where it stands, as far as anybody but its builder says. */
  public boolean stands() {
    return counts && verified == Verified.ACCEPTED;
  }

  /** True of a site or place, at which people are counted; not of what a later phase adds. */
  public boolean isPlace() {
    return kind != Kind.LINK && !id.matches(".*@\\d+");
  }

  /** The same, counting or not. */
  public BuiltRow counting(boolean now) {
    return new BuiltRow(
        file,
        row,
        kind,
        id,
        place,
        lot,
        lon,
        lat,
        date,
        costUsd,
        technology,
        proof,
        state,
        verified,
        people,
        matchedBy,
        now);
  }
}
