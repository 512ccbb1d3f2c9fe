package org.kiungo.planner.verify.plan;

import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.SatelliteBeam;
import org.kiungo.planner.verify.formula.SkyLinks;
import org.kiungo.planner.verify.read.Facts;

/** Satellite beams: no cell's terminals and sites together load a constellation with too much. */
final class BeamChecks {

  private final Facts facts;
  private final Map<String, Map<SatelliteBeam, Long>> loadBps = new TreeMap<>();

  BeamChecks(Facts facts) {
    this.facts = facts;
  }

  /** Terminals of a technology at a place. */
  void add(AccessTechnology technology, LonLat at, long bps) {
    loadBps
        .computeIfAbsent(technology.id(), k -> new TreeMap<>())
        .merge(SatelliteBeam.of(at), bps, Long::sum);
  }

  /** A site that a satellite medium feeds, with all that hangs behind it. */
  void feed(Medium medium, LonLat at, long bps) {
    SkyLinks.carrier(medium, facts.technologies().values()).ifPresent(a -> add(a, at, bps));
  }

  void check(Ledger ledger) {
    if (facts.redacted().isThere()) {
      return; // nobody can tell in which cell of a beam a place lies
    }
    ledger.rule("beam");
    loadBps.forEach(
        (technologyId, cells) -> {
          AccessTechnology a = facts.technologies().get(technologyId);
          if (a.beamMbpsPerKm2() != null) {
            cells.forEach(
                (cell, bps) -> {
                  long cap = cell.bps(a, facts.money());
                  ledger.holds("beam", technologyId + " " + cell, bps <= cap, cap, bps);
                });
          }
        });
  }
}
