/**
 * Law and market as a scenario changes them, worked out by the checker itself: levers, market
 * terms, what today's coverage counts as, what holds at some places only.
 */
package org.kiungo.planner.verify.law;
