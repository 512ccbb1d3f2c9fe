package org.kiungo.geodata.openness.outage;

import java.time.LocalDate;
import java.util.List;
import org.kiungo.geodata.reference.facts.Evidence;

/**
 * What a source reported of one country on the day on which cables broke.
 *
 * @param day of the break
 * @param cables that broke, by their names in the built-in data
 * @param iso3 country
 * @param reported what was reported
 * @param hours how long, &gt; 0; NaN where the report tells no time
 * @param trafficRatio of its usual traffic that was left, 0–1; NaN where the report tells none
 * @param evidence who reported it, and how sure that is
 */
public record PublishedOutage(
    LocalDate day,
    List<String> cables,
    String iso3,
    Reported reported,
    double hours,
    double trafficRatio,
    Evidence evidence) {

  public PublishedOutage {
    cables = List.copyOf(cables);
  }

  /** What was reported. */
  public enum Reported {
    /** Service was disturbed; no figure is told. */
    DISTURBED,
    /** No connection for about so many hours. */
    OUT_ABOUT,
    /** No connection for more than so many hours. */
    OUT_OVER,
    /** Connected again within so many hours. */
    BACK_WITHIN,
    /** Traffic fell to a share of what is usual. */
    TRAFFIC
  }
}
