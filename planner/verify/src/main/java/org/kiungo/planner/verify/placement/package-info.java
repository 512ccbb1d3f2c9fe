/** Answers to requests for e-services, checked. */
package org.kiungo.planner.verify.placement;
