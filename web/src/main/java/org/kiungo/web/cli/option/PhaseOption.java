package org.kiungo.web.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Phase;
import picocli.CommandLine.ITypeConverter;

/**
 * A phase on the command line: {@code 2027-2028:40M}, with a target of its own {@code
 * 2027-2028:40M:0.5}; one year alone is a phase too.
 */
public class PhaseOption implements ITypeConverter<Phase> {

  private static final Pattern WRITTEN =
      Pattern.compile("(20\\d\\d)(?:-(20\\d\\d))?:([^:]+)(?::(0(?:\\.\\d+)?|1(?:\\.0+)?))?");

  @Override
  public Phase convert(String text) {
    Matcher found = WRITTEN.matcher(text.strip());
    if (!found.matches()) {
      throw new InputRefused("phases.unreadable", "phase", text);
    }
    int first = Integer.parseInt(found.group(1));
    int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
    double usd = new Amount().convert(found.group(3));
    double target = found.group(4) == null ? Double.NaN : Double.parseDouble(found.group(4));
    return new Phase(first, last, usd, target);
  }
}
