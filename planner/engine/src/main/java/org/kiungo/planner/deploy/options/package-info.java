/** What each settlement may choose: technologies, sites, beams. */
package org.kiungo.planner.deploy.options;
