/** The links that may be built, what they cost by medium and load, cheapest ways over them. */
package org.kiungo.planner.deploy.links;
