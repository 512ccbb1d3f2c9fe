/**
 * Other plans that serve about as many: searched for where places that are chosen already count
 * less, judged in the question itself, the least alike kept; and what the question cannot do
 * without, by a bound on every plan without it.
 */
package org.kiungo.planner.alternative;
