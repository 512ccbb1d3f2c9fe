/** Hubs of plans, their two ways to the existing network, and what these cost. */
package org.kiungo.web.plan.resilience;
