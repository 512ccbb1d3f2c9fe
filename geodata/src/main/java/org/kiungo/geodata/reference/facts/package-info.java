/**
 * Sourced facts about the 54 African members of the United Nations, as immutable records.
 *
 * <p>Every record carries its {@link org.kiungo.geodata.reference.facts.Evidence}: source, date and
 * confidence, and which of its cells still rest on recollection and must be verified. Screens and
 * reports show that mark beside the value. An absent row means that nothing was found, never that
 * nothing exists.
 */
package org.kiungo.geodata.reference.facts;
