package org.kiungo.web.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.ITypeConverter;

/** Demand of a year on the command line: {@code 2029:0.2}, with volume {@code 2029:0.2:0.5}. */
public class GrowthOption implements ITypeConverter<GrowthPoint> {

  private static final String RATIO = "(0(?:\\.\\d+)?|1(?:\\.0+)?)";

  private static final Pattern WRITTEN =
      Pattern.compile("(20\\d\\d):" + RATIO + "(?::" + RATIO + ")?");

  @Override
  public GrowthPoint convert(String text) {
    Matcher found = WRITTEN.matcher(text.strip());
    if (!found.matches()) {
      throw new InputRefused("growth.unreadable", "growth", text);
    }
    double volume = found.group(3) == null ? Double.NaN : Double.parseDouble(found.group(3));
    return new GrowthPoint(
        Integer.parseInt(found.group(1)), Double.parseDouble(found.group(2)), volume);
  }
}
