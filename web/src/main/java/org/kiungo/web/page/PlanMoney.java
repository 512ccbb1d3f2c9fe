package org.kiungo.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.figure.Mark;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.MoneyEvidence;

/**
 * The money behind a plan as pages show it.
 *
 * @param brief sums, public money, return on investment, terms to ask for
 * @param firstYear of the plan
 * @param hasPhases whether what a phase builds counts at its own first year
 * @param range of public money, as far as prices and market terms are known as ranges
 * @param bills of all of it, then of each country where there are several; none where it is not
 *     known who pays
 * @param moved what moves public money, worked out where a page asks
 * @param words of the page
 */
public record PlanMoney(
    FinanceBrief brief,
    int firstYear,
    boolean hasPhases,
    PublicMoneyRange range,
    List<Bill> bills,
    Supplier<MoneyDrivers> moved,
    Words words) {

  /** The money of a plan; null for a plan made before plans had accounts. */
  public static PlanMoney find(Path folder, Supplier<MoneyEvidence> evidence, Words words) {
    try {
      Scenario scenario = ScenarioFile.read(Files.readAllBytes(folder.resolve("scenario.json")));
      FinanceBrief brief = FinanceBrief.read(folder);
      MoneyEvidence known = evidence.get();
      return new PlanMoney(
          brief,
          scenario.money().firstYear(),
          scenario.hasPhases(),
          known.range(),
          Bill.all(brief, known.terms()),
          known::drivers,
          words);
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

  /** The figure of public money in words, with its range where that says more. */
  public String ranged(String publicMoney) {
    Figures figures = Figures.of(words.locale());
    return ranged()
        ? words.text(
            "ui.number.ranged",
            publicMoney,
            figures.usd(range.lowUsd()),
            figures.usd(range.highUsd()))
        : publicMoney;
  }

  /** True when revenue is known, so that public money can be told. */
  public boolean known() {
    return !Double.isNaN(brief.publicUsd());
  }

  /** The bill of all of it; null where it is not known who pays. */
  public Bill bill() {
    return bills.isEmpty() ? null : bills.get(0);
  }

  /** The bills of countries, two beside each other. */
  public List<List<Bill>> pairs() {
    return IntStream.iterate(1, k -> k < bills.size(), k -> k + 2)
        .mapToObj(k -> bills.subList(k, Math.min(k + 2, bills.size())))
        .toList();
  }

  /** What a line of a bill is. */
  public String line(Bill.Line line) {
    return BillWords.line(line.part(), hasPhases, words);
  }

  /** Its amount to the cent. */
  public String amount(Bill.Line line) {
    return BillWords.amount(line, words);
  }

  /** Why a bill asks for the public money that it asks for; empty where there is nothing to say. */
  public String why(Bill bill) {
    return BillWords.why(bill, Figures.of(words.locale())::usd, words);
  }

  /** What moves public money, one thing at a time. */
  public MoneyDrivers drivers() {
    return moved.get();
  }

  /** What a driver is. */
  public String driver(MoneyDrivers.Driver driver) {
    return BillWords.driver(driver, words);
  }

  /** Marks of the public money at both ends of a driver's range. */
  public String mark(MoneyDrivers.Driver driver, String planId) {
    String kind = driver.kind().word();
    return Mark.IN_TEMPLATES.all(
        Mark.IN_TEMPLATES.of(kind + "LowPublicUsd", planId, driver.lowUsd()),
        Mark.IN_TEMPLATES.of(kind + "HighPublicUsd", planId, driver.highUsd()));
  }

  /** Where something of the drivers lies between nothing and the most that any of them reaches. */
  public double driverRatio(double usd) {
    double most =
        drivers().drivers().stream().mapToDouble(MoneyDrivers.Driver::mostUsd).max().orElse(1);
    return usd / Math.max(1, most);
  }

  /** Public money less than which taxes have no part in; NaN where works are not taxed. */
  public double taxFreeUsd() {
    return bill() != null && bill().usd(Bill.Part.TAX) > 0 ? drivers().taxFreeUsd() : Double.NaN;
  }

  /** What users bring in the last year of the plan, USD, not discounted. */
  public double lastRevenueUsd() {
    return brief.tiers().stream()
        .filter(each -> !each.revenueUsd().isEmpty())
        .mapToDouble(each -> each.revenueUsd().get(each.revenueUsd().size() - 1))
        .sum();
  }

  /** Market terms to ask for, named in the reader's language, one after the other. */
  public String asked() {
    return words.joined(
        brief.unknownTerms().stream()
            .map(each -> words.text("term." + name(each)))
            .distinct()
            .toList());
  }

  /** The term without its country. */
  private static String name(String countryAndTerm) {
    return countryAndTerm.substring(countryAndTerm.indexOf(' ') + 1);
  }
}
