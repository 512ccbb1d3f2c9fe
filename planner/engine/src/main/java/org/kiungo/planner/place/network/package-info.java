/** Round trips between places over today's or a plan's network: fibre, assumed backbone, access. */
package org.kiungo.planner.place.network;
