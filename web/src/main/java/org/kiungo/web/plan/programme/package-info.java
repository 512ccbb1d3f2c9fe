/** The phases of a plan as pages show them: people and money by phase and by year. */
package org.kiungo.web.plan.programme;
