/**
 * Sourced facts about the 54 African members of the United Nations, as immutable records.
 *
 * <p>Every record carries its {@link org.kiungo.geodata.reference.facts.Evidence}: source, date and
 * confidence. What no source backs is left blank. An absent row or a blank cell means that nothing
 * was found, never that nothing exists.
 */
package org.kiungo.geodata.reference.facts;
