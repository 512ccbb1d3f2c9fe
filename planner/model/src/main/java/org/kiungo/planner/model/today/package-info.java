/** Who is covered today, how sure that is, and as what it counts. */
package org.kiungo.planner.model.today;
