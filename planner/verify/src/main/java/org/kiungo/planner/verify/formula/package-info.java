/**
 * The checker's own formulas of people, demand, radio and money, written from the publications that
 * they name and from what the plan's documents define, not from the planner's code: a formula that
 * is wrong on one side shows as a difference.
 */
package org.kiungo.planner.verify.formula;
