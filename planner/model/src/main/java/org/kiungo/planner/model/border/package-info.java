/** Borders between the countries of one plan, and what links across them cost. */
package org.kiungo.planner.model.border;
