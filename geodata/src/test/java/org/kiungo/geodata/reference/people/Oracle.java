package org.kiungo.geodata.reference.people;

import java.util.List;
import java.util.function.Supplier;
import org.kiungo.geodata.reference.people.Oracles.Count;

/** A count of people that the built-in ones are compared with. */
enum Oracle {
  BENIN(
      "BEN",
      "OnSSET, 12,688 settlements of 1 km",
      17.6,
      47.1,
      () -> Oracles.onSset("BEN/onsset_settlements_1km.csv")),
  LESOTHO(
      "LSO", "GHS-POP, 250 m", 18.4, 50.3, () -> Oracles.raster("LSO/openelec_test_data/ghs.tif")),
  KENYA(
      "KEN",
      "WorldPop 2020, 1/6°, a relative of the grid used",
      23.7,
      Double.NaN,
      () -> Oracles.continent("KEN", "AFRICA/afripop2020.tif")),
  KENYA_CLUSTERS(
      "KEN",
      "openelec clusters of GHS-POP, people spread over each polygon",
      24.8,
      51.7,
      () -> Oracles.clusters("KEN/openelec_clusters.geojson")),
  DJIBOUTI(
      "DJI",
      "OnSSET, 1,473 settlements",
      9.2,
      75.7,
      () -> Oracles.onSset("DJI/onsset_dj-test.csv"));

  final String country;
  final String words;

  /** What a lattice of hexagons gave, measured before it was replaced, in per cent. */
  final double halfDegreeBefore;

  /** NaN where the oracle's own cells are wider. */
  final double fiveMinutesBefore;

  private final Supplier<List<Count>> counts;

  Oracle(
      String country,
      String words,
      double halfDegreeBefore,
      double fiveMinutesBefore,
      Supplier<List<Count>> counts) {
    this.country = country;
    this.words = words;
    this.halfDegreeBefore = halfDegreeBefore;
    this.fiveMinutesBefore = fiveMinutesBefore;
    this.counts = counts;
  }

  /** The people; skips the calling test where the test data are absent. */
  List<Count> counts() {
    return counts.get();
  }
}
