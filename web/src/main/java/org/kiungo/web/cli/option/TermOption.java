package org.kiungo.web.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.MarketTerm;
import picocli.CommandLine.ITypeConverter;

/** A market term on the command line: {@code KEN:taxRatio=0.3}, with {@code @2026-06-30} a date. */
class TermOption implements ITypeConverter<MarketTerm> {

  private static final Pattern FORM =
      Pattern.compile("([A-Z]{3}):(\\w+)=([-+.\\deE]+)(?:@([-\\d]+))?");

  @Override
  public MarketTerm convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new InputRefused("term.unreadable", "term", text);
    }
    String date = parts.group(4) == null ? "" : parts.group(4);
    try {
      double value = Double.parseDouble(parts.group(3));
      return new MarketTerm(parts.group(1), parts.group(2), value, date);
    } catch (NumberFormatException e) {
      throw new InputRefused("term.unreadable", "term", text);
    }
  }
}
