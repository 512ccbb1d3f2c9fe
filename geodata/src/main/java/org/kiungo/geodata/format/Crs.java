package org.kiungo.geodata.format;

import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.planner.model.value.InputRefused;

/** Coordinate systems that users declare. */
public final class Crs {

  private Crs() {}

  public static CoordinateSystem declared(SourceFile file, String code) {
    return CoordinateSystem.findByCode(code)
        .orElseThrow(() -> new InputRefused("file.crsUnknown", "file", file.name(), "found", code));
  }
}
