/** What holds at some places and not at others, and what a person counts there. */
package org.kiungo.planner.model.rule;
