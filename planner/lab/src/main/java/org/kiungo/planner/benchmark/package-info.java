/**
 * Standard instances of the literature, solved by the laboratory and by the location models of
 * e-services, which the planner uses too. To add a family: a class here and its name in {@link
 * org.kiungo.planner.benchmark.BenchmarkFamily}'s {@code permits} list.
 */
package org.kiungo.planner.benchmark;
