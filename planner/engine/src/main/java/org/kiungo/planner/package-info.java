/** The entry point: facts and choices in, a plan with its certificate out. */
package org.kiungo.planner;
