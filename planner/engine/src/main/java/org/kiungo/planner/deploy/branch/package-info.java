/** Branch and bound on who is served. */
package org.kiungo.planner.deploy.branch;
