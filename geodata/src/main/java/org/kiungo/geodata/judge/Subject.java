package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;

/**
 * What is judged.
 *
 * @param file that is read
 * @param kind what it is meant to hold
 * @param country ISO 3166-1 alpha-3; empty when not claimed
 * @param standing what it would follow
 */
public record Subject(SourceFile file, LayerKind kind, String country, Standing standing) {

  boolean countsPeople() {
    return kind == LayerKind.SETTLEMENTS
        || kind == LayerKind.POPULATION_RASTER
        || kind == LayerKind.CENSUS;
  }

  /** The built-in facts of the country; empty for one of which there are none. */
  Optional<CountryFacts> facts() {
    return Reference.builtIn().countries().stream()
        .filter(each -> each.iso3().equals(country))
        .findFirst();
  }
}
