/**
 * OptaPlanner's side of e-service placement: late acceptance over opening, closing and exchanging,
 * from a start that the mathematics built.
 */
package org.kiungo.planner.place.local;
