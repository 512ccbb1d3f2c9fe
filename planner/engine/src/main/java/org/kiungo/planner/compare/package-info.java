/** What changes between two scenarios, and which assumption brings how much of it. */
package org.kiungo.planner.compare;
