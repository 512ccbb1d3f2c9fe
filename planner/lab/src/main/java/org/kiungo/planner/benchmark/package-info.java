/**
 * Standard instances of the literature, solved by the code the planner uses. To add a family: a
 * class here and its name in {@link org.kiungo.planner.benchmark.BenchmarkFamily}'s {@code permits}
 * list.
 */
package org.kiungo.planner.benchmark;
