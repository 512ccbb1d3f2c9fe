/** What the energy of sites costs, and which supplies there are. */
package org.kiungo.planner.model.energy;
