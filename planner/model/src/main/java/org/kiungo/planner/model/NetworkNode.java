package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import org.kiungo.planner.model.value.LonLat;

/**
 * An existing place where national or international capacity can be bought: a root of every plan.
 *
 * @param id stable identity
 * @param name name shown to users
 * @param location where a link can start
 * @param country ISO 3166-1 alpha-3
 * @param kind what stands there
 * @param assumed true when no source says that fibre reaches it (drawn hollow)
 * @param source dataset or publication that names it
 * @param rainMmPerHour rain rate exceeded in 0.01 % of an average year; NaN when not known
 * @param capacityMbps the most that can be bought there, &gt; 0; NaN when no limit is known
 */
@RecordBuilder
public record NetworkNode(
    String id,
    @Initializer(source = Unset.class, value = "TEXT") String name,
    LonLat location,
    @Initializer(source = Unset.class, value = "TEXT") String country,
    Kind kind,
    boolean assumed,
    @Initializer(source = Unset.class, value = "TEXT") String source,
    @Initializer(source = Unset.class, value = "NUMBER") double rainMmPerHour,
    @Initializer(source = Unset.class, value = "NUMBER") double capacityMbps)
    implements NetworkNodeBuilder.With {

  public NetworkNode {
    if (capacityMbps <= 0) {
      throw new IllegalArgumentException(
          "capacityMbps of " + id + " is " + capacityMbps + "; allowed > 0, or NaN");
    }
  }

  /** What an existing network node is. */
  public enum Kind {
    EXCHANGE_POINT,
    LANDING_STATION,
    FIBRE_NODE,
    CITY
  }
}
