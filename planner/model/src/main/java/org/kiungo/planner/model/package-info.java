/**
 * Facts of a planning problem and the plan that answers it: immutable records, units in their
 * names.
 *
 * <p>Notation shared by the code, the documents and the notebooks: <i>i ∈ I</i> demand points
 * (settlements), <i>r ∈ R</i> existing network nodes and taps on fibre lines, <i>E</i> candidate
 * links, <i>a ∈ A</i> access technologies, <i>t</i> years, λ the price of money in weighted people
 * per USD. Money is constant USD of one price year; lengths are kilometres on the WGS 84 ellipsoid;
 * a {@code double} that is not known is {@code NaN}, never zero.
 */
package org.kiungo.planner.model;
