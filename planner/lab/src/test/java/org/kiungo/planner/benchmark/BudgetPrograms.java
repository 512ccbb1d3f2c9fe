package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.deploy.prices.RegionSplit;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;

/**
 * The complete model of a small country within budgets as mixed-integer programs, to prove by
 * another solver whether plans that tie are optimal: {@code BudgetPrograms STP folder 1062000
 * 1249000}, then {@code highs budget-1062000.lp}, whose value is minus the weighted people.
 */
final class BudgetPrograms {

  private BudgetPrograms() {}

  /** Writes one program per budget. */
  public static void main(String[] arguments) throws IOException {
    for (int k = 2; k < arguments.length; k++) {
      Files.writeString(
          Path.of(arguments[1], "budget-" + arguments[k] + ".lp"),
          RegionSplit.program(
              ProblemAssembly.builtIn(
                  List.of(arguments[0]),
                  CatalogueReader.builtIn(),
                  ServiceStandard.DEFAULT,
                  Money.DEFAULT),
              Double.parseDouble(arguments[k])));
    }
  }
}
