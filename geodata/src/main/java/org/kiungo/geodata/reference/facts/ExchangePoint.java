package org.kiungo.geodata.reference.facts;

import org.kiungo.planner.model.value.LonLat;

/**
 * An internet exchange point. A listing is no proof that traffic flows there today.
 *
 * @param iso3 country
 * @param name its own name
 * @param city where it stands
 * @param location building or, mostly, the city's centre
 * @param yearStarted empty when not known
 * @param status what the source says of its state
 * @param peeringDbId number in PeeringDB, empty when not listed
 * @param evidence source and confidence
 */
public record ExchangePoint(
    String iso3,
    String name,
    String city,
    LonLat location,
    String yearStarted,
    String status,
    String peeringDbId,
    Evidence evidence) {}
