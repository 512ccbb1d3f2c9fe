/** Second ways of hubs to the existing network, beside the forest of links of a draft. */
package org.kiungo.planner.deploy.protect;
