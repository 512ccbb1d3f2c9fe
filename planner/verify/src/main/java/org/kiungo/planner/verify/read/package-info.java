/** What a plan folder says: facts and choices it was made from, decisions it claims. */
package org.kiungo.planner.verify.read;
