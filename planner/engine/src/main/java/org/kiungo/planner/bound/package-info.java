/** Proven bounds: dual ascent for rooted Steiner problems and what follows from it. */
package org.kiungo.planner.bound;
