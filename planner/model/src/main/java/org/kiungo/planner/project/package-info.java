/**
 * A plan cut into projects: what can be signed. Connected builds of one district, or of a corridor
 * that several districts use, in one phase; their costs add up to the plan's to the cent, their
 * people to the plan's.
 */
package org.kiungo.planner.project;
