/**
 * What a plan gains if fewer people are covered today than modelled, as far as its money reaches.
 */
package org.kiungo.planner.gain;
