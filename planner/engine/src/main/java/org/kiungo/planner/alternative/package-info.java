/**
 * Other plans that serve about as many: searched for where likeness to the plans at hand has a
 * price, judged by the question itself, the least alike kept; and what the question cannot do
 * without, by a bound on every plan without it.
 */
package org.kiungo.planner.alternative;
