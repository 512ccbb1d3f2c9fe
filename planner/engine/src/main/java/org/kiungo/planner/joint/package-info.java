/** Network and payment planned together: only what partners pay for in full is built. */
package org.kiungo.planner.joint;
