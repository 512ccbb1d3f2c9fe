/**
 * OptaPlanner's side of e-service placement: late acceptance over exchanging services between
 * sites, from a start that the mathematics built.
 */
package org.kiungo.planner.place.local;
