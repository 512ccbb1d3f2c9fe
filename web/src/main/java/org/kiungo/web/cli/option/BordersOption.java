package org.kiungo.web.cli.option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Borders;
import picocli.CommandLine.ITypeConverter;

/** Whether borders may be crossed, on the command line: {@code open} or {@code closed}. */
class BordersOption implements ITypeConverter<Borders>, Iterable<String> {

  @Override
  public Borders convert(String text) {
    for (Borders each : Borders.values()) {
      if (word(each).equals(text)) {
        return each;
      }
    }
    throw new InputRefused("borders.unreadable", "borders", text);
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Borders.values()).map(BordersOption::word).iterator();
  }

  private static String word(Borders borders) {
    return borders.name().toLowerCase(Locale.ROOT);
  }
}
