package org.kiungo.geodata.reference.facts;

/**
 * A published requirement of an e-service.
 *
 * @param serviceKind telemedicine, tele-education …
 * @param name what the service does
 * @param metric max_rtt_ms, bandwidth_per_user, site_bandwidth …
 * @param value in {@code unit}; NaN when no number is published
 * @param unit of the value
 * @param dataClass class of data it keeps, as in {@link LocalisationRule}
 * @param redundancy independent paths asked for, empty when none
 * @param note remarks
 * @param evidence source and confidence
 */
public record ServiceFigure(
    String serviceKind,
    String name,
    String metric,
    double value,
    String unit,
    String dataClass,
    String redundancy,
    String note,
    Evidence evidence) {}
