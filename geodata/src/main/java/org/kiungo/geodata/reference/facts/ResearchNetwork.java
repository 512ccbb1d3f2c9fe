package org.kiungo.geodata.reference.facts;

/**
 * A national research and education network.
 *
 * @param iso3 country
 * @param acronym short name
 * @param name full name
 * @param regionalNetwork UbuntuNet, WACREN or ASREN
 * @param website empty when not known
 * @param evidence source and confidence
 */
public record ResearchNetwork(
    String iso3,
    String acronym,
    String name,
    String regionalNetwork,
    String website,
    Evidence evidence) {}
