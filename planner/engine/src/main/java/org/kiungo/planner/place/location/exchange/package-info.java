/** Heuristics that open, close and exchange sites. */
package org.kiungo.planner.place.location.exchange;
