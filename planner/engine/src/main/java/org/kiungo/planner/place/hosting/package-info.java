/** Which sites host which services: construction, moves, exact assignment and Lagrangian bound. */
package org.kiungo.planner.place.hosting;
