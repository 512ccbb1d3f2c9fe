/** Ways between places: along roads, and across borders. */
package org.kiungo.planner.model.route;
