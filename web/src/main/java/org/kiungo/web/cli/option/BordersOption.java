package org.kiungo.web.cli.option;

import java.util.Locale;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Borders;
import picocli.CommandLine.ITypeConverter;

/** Whether borders may be crossed, on the command line: {@code open} or {@code closed}. */
class BordersOption implements ITypeConverter<Borders> {

  @Override
  public Borders convert(String text) {
    for (Borders each : Borders.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw new InputRefused("borders.unreadable", "borders", text);
  }
}
