/** What is asked for, the facts it is asked of, what a run answers. */
package org.kiungo.planner.scenario;
