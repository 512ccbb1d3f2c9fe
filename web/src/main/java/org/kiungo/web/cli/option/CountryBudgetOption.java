package org.kiungo.web.cli.option;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.ITypeConverter;

/** A country's own budget on the command line: {@code BEN=20M}. */
class CountryBudgetOption implements ITypeConverter<CountryBudgetOption.Budget> {

  private static final Pattern FORM = Pattern.compile("([A-Z]{3})=(.+)");

  /** What it may spend. */
  record Budget(String country, double usd) {}

  @Override
  public Budget convert(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new InputRefused("budgets.unreadable", "text", text);
    }
    return new Budget(parts.group(1), new Amount().convert(parts.group(2)));
  }

  /** By country, the last of several for one. */
  static Map<String, Double> together(List<Budget> budgets) {
    Map<String, Double> byCountry = new TreeMap<>();
    budgets.forEach(each -> byCountry.put(each.country(), each.usd()));
    return byCountry;
  }
}
