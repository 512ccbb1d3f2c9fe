/**
 * Conditions of partners, one record each. A new one is a record here, its name in {@code permits}
 * of {@link org.kiungo.planner.partner.condition.Condition}, its sentence under {@code
 * condition.<code>} in the bundles, and its rule in {@code verify.funding}.
 */
package org.kiungo.planner.partner.condition;
