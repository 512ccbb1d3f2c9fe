/** A request for e-services and its answer as files. */
package org.kiungo.planner.servicefolder;
