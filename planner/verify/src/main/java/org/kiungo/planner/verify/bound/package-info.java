/** The bound of a certificate, computed again or replayed from its proof. */
package org.kiungo.planner.verify.bound;
