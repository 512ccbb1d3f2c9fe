package org.kiungo.geodata.proposal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.layer.LayerKind;

/**
 * A layer that a file may be read as.
 *
 * @param kind what it seems to hold; null for what no layer of plans can use
 * @param fileLayer the file's layer, such as a sheet
 * @param country ISO 3166-1 alpha-3 that its content speaks for; empty where nothing does
 * @param known the widespread file that it is; null for any other
 * @param clear whether it speaks for this layer far more than for any other
 * @param evidence what speaks for it, strongest first
 * @param uses every column of the file with what it would be used as: a declared column, {@code
 *     lon}, {@code lat} or {@code shape}; empty for what nothing uses
 */
public record FileProposal(
    LayerKind kind,
    String fileLayer,
    String country,
    KnownFile known,
    boolean clear,
    List<Evidence> evidence,
    Map<String, String> uses) {

  public FileProposal {
    evidence = List.copyOf(evidence);
    uses = Collections.unmodifiableMap(new LinkedHashMap<>(uses));
  }

  /**
   * What speaks for it; its sentence lives in the bundles under {@code proposal.<code>}.
   *
   * @param code which sentence
   * @param figures that fill it, in their order
   */
  public record Evidence(String code, List<Object> figures) {
    public Evidence {
      figures = List.copyOf(figures);
    }

    static Evidence of(String code, Object... figures) {
      return new Evidence(code, List.of(figures));
    }
  }
}
