/** What may be said of a plan, and whether its files are still those of which it was said. */
package org.kiungo.web.plan.verdict;
