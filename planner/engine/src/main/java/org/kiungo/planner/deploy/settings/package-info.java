/** What a solver is told besides the facts, and the units it counts in. */
package org.kiungo.planner.deploy.settings;
