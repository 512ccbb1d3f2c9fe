/** What options cost and are worth, and the bound that looks at each settlement alone. */
package org.kiungo.planner.verify.separable;
