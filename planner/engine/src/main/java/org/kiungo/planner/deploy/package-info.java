/**
 * The broadband solver: which access option each settlement gets, where sites stand, and the forest
 * of links that carries them to the existing network.
 *
 * <p>Maximise Σ v_o over chosen options o, at most one per settlement, subject to: lifetime cost of
 * private shares, site units ⌈load / capacity⌉ and links (cheapest medium for the load, systems in
 * whole numbers) within the budget; every site's place linked to a root; busy-hour demand of a
 * satellite technology in each beam cell ({@link org.kiungo.planner.radio.BeamCell}) within {@code
 * beamMbpsPerKm2 × areaKm2}, a settlement being served by it as a whole or not at all.
 */
package org.kiungo.planner.deploy;
