/** Demand assigned to sites with capacity, whole or split. */
package org.kiungo.planner.place.location.assignment;
