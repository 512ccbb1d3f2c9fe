/** Rules that were applied, how often each held, where it did not. */
package org.kiungo.planner.verify.check;
