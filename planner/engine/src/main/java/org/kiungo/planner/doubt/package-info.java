/**
 * What a plan loses where today's figures are wrong: futures drawn from the ranges of the figures,
 * the best plan and a proven bound in each, and what is left of a plan there.
 */
package org.kiungo.planner.doubt;
