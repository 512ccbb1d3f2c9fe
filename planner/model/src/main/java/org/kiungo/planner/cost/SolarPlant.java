package org.kiungo.planner.cost;

/**
 * What gives units their solar power.
 *
 * @param panelsKwp peak power of the panels, kW, ≥ 0
 * @param batteryKwh what the battery holds, ≥ 0
 */
public record SolarPlant(double panelsKwp, double batteryKwh) {}
