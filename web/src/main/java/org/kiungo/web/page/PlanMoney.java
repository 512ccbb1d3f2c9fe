package org.kiungo.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.kiungo.planner.finance.PublicMoneyRange;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.Words;

/**
 * The money behind a plan as pages show it.
 *
 * @param brief sums, public money, return on investment, terms to ask for
 * @param firstYear of the plan
 * @param range of public money, as far as market terms are known as ranges
 * @param words of the page
 */
public record PlanMoney(FinanceBrief brief, int firstYear, PublicMoneyRange range, Words words) {

  /** The money of a plan; null for a plan made before plans had accounts. */
  public static PlanMoney find(Path folder, Supplier<PublicMoneyRange> range, Words words) {
    try {
      Scenario scenario = ScenarioFile.read(Files.readAllBytes(folder.resolve("scenario.json")));
      return new PlanMoney(
          FinanceBrief.read(folder), scenario.money().firstYear(), range.get(), words);
    } catch (InputRefused missing) {
      return null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** True when the range says more than the figure. */
  public boolean ranged() {
    return range.highUsd() > range.lowUsd();
  }

  /** True when revenue is known, so that public money can be told. */
  public boolean known() {
    return !Double.isNaN(brief.publicUsd());
  }

  /** Market terms to ask for, named in the reader's language, one after the other. */
  public String asked() {
    return words.joined(
        brief.unknownTerms().stream()
            .map(each -> words.text("term." + name(each)))
            .distinct()
            .toList());
  }

  /** True when a market term is not known somewhere: what follows from it is not known either. */
  public boolean isAsked(String term) {
    return brief.unknownTerms().stream().anyMatch(each -> name(each).equals(term));
  }

  /** The term without its country. */
  private static String name(String countryAndTerm) {
    return countryAndTerm.substring(countryAndTerm.indexOf(' ') + 1);
  }
}
