package org.kiungo.web.cli.option;

import org.kiungo.planner.scenario.WrittenUsd;
import picocli.CommandLine;

/** Money as people write it: 60M, 1.2bn, 250,000,000. */
public final class Amount implements CommandLine.ITypeConverter<Double> {

  /** USD. */
  @Override
  public Double convert(String text) {
    return WrittenUsd.read(text);
  }
}
