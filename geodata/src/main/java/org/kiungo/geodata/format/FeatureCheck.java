package org.kiungo.geodata.format;

import java.util.function.Consumer;

/** Looks at a row whose geometry is in WGS 84 and tells what is odd about it. */
@FunctionalInterface
public interface FeatureCheck {

  /** Finds nothing. */
  FeatureCheck NONE = (feature, about, out) -> {};

  /**
   * @param feature the row, its geometry in longitude and latitude or null
   * @param about a finding that already names file, layer, row and place
   * @param out receives what is found
   */
  void check(Feature feature, About about, Consumer<Finding> out);

  /** Makes findings about one row. */
  @FunctionalInterface
  interface About {
    Finding finding(Finding.Severity severity, String code);
  }
}
