/**
 * Who lives where in the 54 countries, and who has 4G today: people from a population grid, given
 * to named places; coverage modelled as masts where people are dense and roads lead, as many as
 * cover what each country publishes. Accuracy: {@code geodata/docs/accuracy.md}.
 */
package org.kiungo.geodata.reference.people;
