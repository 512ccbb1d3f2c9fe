package org.kiungo.geodata.reference.facts;

/**
 * One figure or name of a country.
 *
 * @param field what it is, as {@code population}, {@code urban_pct}, {@code surface_km2}
 * @param value number or text as the source gives it
 * @param unit of the value: persons, %, km2, current USD, text …
 * @param year year or period it holds for; empty when not known
 * @param source publication or dataset
 * @param sourceUrl its address, empty when none
 * @param licence of the source
 * @param confidence how far to trust it
 * @param mustVerify true when no source was read yet
 */
public record Fact(
    String field,
    String value,
    String unit,
    String year,
    String source,
    String sourceUrl,
    String licence,
    Confidence confidence,
    boolean mustVerify) {}
