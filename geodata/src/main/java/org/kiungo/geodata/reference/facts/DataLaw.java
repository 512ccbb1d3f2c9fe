package org.kiungo.geodata.reference.facts;

/**
 * A country's data protection law and its standing towards the Malabo Convention.
 *
 * @param iso3 country
 * @param law name, empty when none was found
 * @param year of the law, empty when not known
 * @param malaboRatified yes, no or conflict (sources disagree), with the list's date
 * @param malaboDate of ratification or deposit, empty when not known
 * @param evidence source and confidence of the law
 * @param malaboEvidence source of the standing towards the convention
 */
public record DataLaw(
    String iso3,
    String law,
    String year,
    String malaboRatified,
    String malaboDate,
    Evidence evidence,
    Evidence malaboEvidence) {}
