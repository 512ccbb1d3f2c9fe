/** Amounts, rates of a country, terms of its market. */
package org.kiungo.planner.model.money;
