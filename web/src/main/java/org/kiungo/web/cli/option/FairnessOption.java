package org.kiungo.web.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.ITypeConverter;

/** A weight on the command line: {@code density:rural=2}, {@code district:LSO/Maseru=1.5}. */
class FairnessOption implements ITypeConverter<EquityWeight> {

  private static final Pattern FORM = Pattern.compile("([^:=]+):(.+)=([.\\deE]+)");

  @Override
  public EquityWeight convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new InputRefused("fairness.unreadable", "text", text);
    }
    try {
      double weight = Double.parseDouble(parts.group(3));
      return new EquityWeight(parts.group(1), parts.group(2), weight);
    } catch (NumberFormatException e) {
      throw new InputRefused("fairness.unreadable", "text", text);
    }
  }
}
