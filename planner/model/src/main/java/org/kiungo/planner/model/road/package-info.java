/** Roads that cables may follow: stretches between junctions and feet of places, by name. */
package org.kiungo.planner.model.road;
