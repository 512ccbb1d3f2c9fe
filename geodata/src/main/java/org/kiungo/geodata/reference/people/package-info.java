/**
 * Who lives where in the 54 countries, and who has 4G today: people from a population grid, given
 * to named places; coverage modelled from density and roads so that it sums to what each country
 * publishes. Accuracy: {@code geodata/docs/accuracy.md}.
 */
package org.kiungo.geodata.reference.people;
