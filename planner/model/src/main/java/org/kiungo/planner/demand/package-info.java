/** From people to adopters, households, busy-hour demand and the level of service they get. */
package org.kiungo.planner.demand;
