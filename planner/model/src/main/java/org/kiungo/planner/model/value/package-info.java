/** A figure with its range and source, a place on Earth, an input that is refused. */
package org.kiungo.planner.model.value;
