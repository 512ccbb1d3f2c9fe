package org.kiungo.web.cli.option;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import picocli.CommandLine;

/** A budget: money as people write it, or {@value #DEFAULT}, which depends on the countries. */
final class BudgetOption implements CommandLine.ITypeConverter<ToDoubleFunction<List<String>>> {

  private static final String DEFAULT = "default";

  /** USD for the countries that are planned. */
  @Override
  public ToDoubleFunction<List<String>> convert(String text) {
    if (text.strip().equalsIgnoreCase(DEFAULT)) {
      return countries -> DefaultBudget.usd(Reference.builtIn(), countries);
    }
    double usd = new Amount().convert(text);
    return countries -> usd;
  }
}
