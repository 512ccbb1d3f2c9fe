/** Finished plans: drafts written down, read back, asked what else was possible. */
package org.kiungo.planner.deploy.plan;
