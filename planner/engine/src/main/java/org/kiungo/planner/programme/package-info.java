/** Programmes: the phase in which each part of a plan is built, under budgets that roll over. */
package org.kiungo.planner.programme;
