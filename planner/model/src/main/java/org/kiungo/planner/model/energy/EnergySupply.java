package org.kiungo.planner.model.energy;

/** How a site gets its energy. */
public enum EnergySupply {
  /** A line from the power grid, with its transformer; energy at the country's tariff. */
  GRID,
  /** Panels and a battery that carries the load through days without sun. */
  SOLAR,
  /** Panels and a battery for the night; a diesel generator for what they do not give. */
  HYBRID
}
