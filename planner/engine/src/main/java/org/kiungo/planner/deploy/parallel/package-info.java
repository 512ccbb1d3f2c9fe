/** Work on several threads whose result does not depend on how many there are. */
package org.kiungo.planner.deploy.parallel;
