package org.kiungo.web.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.InstitutionGoal;
import picocli.CommandLine.ITypeConverter;

/**
 * A goal among institutions on the command line: {@code hospital} (all), {@code school=0.8}, {@code
 * hospital@2030}, {@code clinic:500} (each counts as 500 people).
 */
class ConnectOption implements ITypeConverter<InstitutionGoal> {

  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z-]*)(?:=([.\\d]+))?(?:@(\\d{4}))?(?::([.\\d]+))?");

  @Override
  public InstitutionGoal convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new InputRefused("institutions.unreadable", "text", text);
    }
    try {
      double weight = parts.group(4) == null ? Double.NaN : Double.parseDouble(parts.group(4));
      double all = Double.isNaN(weight) ? 1 : Double.NaN;
      double share = parts.group(2) == null ? all : Double.parseDouble(parts.group(2));
      int byYear = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
      return new InstitutionGoal(parts.group(1), share, byYear, weight);
    } catch (NumberFormatException e) {
      throw new InputRefused("institutions.unreadable", "text", text);
    }
  }
}
