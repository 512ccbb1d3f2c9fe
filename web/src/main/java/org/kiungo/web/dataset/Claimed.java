package org.kiungo.web.dataset;

import org.kiungo.geodata.layer.LayerKind;

/**
 * What a client says that it imports.
 *
 * @param kind what the file holds
 * @param country ISO 3166-1 alpha-3
 * @param name of the dataset; empty = the layer's
 * @param sha256 of its file; empty where that cannot be told
 */
public record Claimed(LayerKind kind, String country, String name, String sha256) {

  /** Whether that is what was imported. */
  boolean isOf(DatasetImport.Outcome outcome) {
    PastImport past = outcome.past();
    return past.kind() == kind
        && past.country().equals(country)
        && past.sha256().equals(sha256)
        && (outcome.dataset() == null || outcome.dataset().name().equals(name(name, kind)));
  }

  static String name(String given, LayerKind kind) {
    return given.isBlank() ? kind.label() : given.strip();
  }
}
