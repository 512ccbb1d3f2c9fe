package org.kiungo.geodata.reference.facts;

/**
 * A country's telecommunications regulator and universal service fund.
 *
 * @param iso3 country
 * @param name full name
 * @param acronym short name
 * @param website empty when not known
 * @param universalServiceFund yes, no or empty when not known
 * @param fundName the fund's name, empty when not known
 * @param ituGeneration ITU generation of regulation, empty when not known
 * @param evidence source and confidence
 */
public record Regulator(
    String iso3,
    String name,
    String acronym,
    String website,
    String universalServiceFund,
    String fundName,
    String ituGeneration,
    Evidence evidence) {}
