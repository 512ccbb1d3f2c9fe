/** One planning question as arrays: places, options, links, budget, whose people count how. */
package org.kiungo.planner.deploy.question;
