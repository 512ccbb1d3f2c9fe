package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.web.language.ShareWords;
import org.kiungo.web.language.Words;

/** A bill in words, the same on pages, in files and on the console. */
public final class BillWords {

  /** What operators recover beyond the works, in the order in which it is told. */
  private static final List<Bill.Part> BEYOND =
      List.of(
          Bill.Part.CAPITAL,
          Bill.Part.ADMINISTRATION,
          Bill.Part.MARGIN,
          Bill.Part.TAX,
          Bill.Part.SPECTRUM,
          Bill.Part.LEVY);

  /** Lines that count otherwise where a plan has phases. */
  private static final Map<Bill.Part, String> BY_PHASE =
      Map.of(Bill.Part.NETWORK, "money.network-phases");

  private BillWords() {}

  /**
   * What a line is.
   *
   * @param hasPhases whether what a phase builds counts at its own first year
   */
  public static String line(Bill.Part part, boolean hasPhases, Words words) {
    String key = "money." + part.word();
    return words.text(hasPhases ? BY_PHASE.getOrDefault(part, key) : key);
  }

  /** What may turn out otherwise than a plan's public money counts on, and from where to where. */
  public static String driver(MoneyDrivers.Driver driver, Words words) {
    String what = words.text("money.driver." + driver.kind().word());
    Figure range = driver.range();
    if (range == null) {
      return what;
    }
    return switch (driver.kind()) {
      case REVENUE ->
          words.text(
              "money.driver.of-usd", what, amount(range.low(), words), amount(range.high(), words));
      case GROWTH, TAX, ADMINISTRATION, MARGIN, CAPITAL ->
          words.text(
              "money.driver.of-ratio",
              what,
              ShareWords.percent(range.low(), 1, words),
              ShareWords.percent(range.high(), 1, words));
      case ADOPTION, PRICES, SPECTRUM -> what;
    };
  }

  /** A line's amount to the cent, without its currency, such as −14,750,123.40. */
  public static String amount(Bill.Line line, Words words) {
    return amount(line.usd(), words);
  }

  /** USD to the cent, likewise. */
  public static String amount(double usd, Words words) {
    return words.text("money.amount", usd).replace('-', '−');
  }

  /**
   * Why more public money is needed than the works cost, where it is so, and what comes back of it.
   *
   * @param usd an amount in USD as its reader is shown others
   * @return empty where no public money is needed
   */
  public static String why(Bill bill, DoubleFunction<String> usd, Words words) {
    double publicUsd = bill.usd(Bill.Part.PUBLIC);
    if (publicUsd <= 0) {
      return "";
    }
    List<String> sentences = new ArrayList<>();
    if (bill.isAbove()) {
      sentences.add(
          words.text(
              "money.why",
              usd.apply(publicUsd),
              usd.apply(bill.usd(Bill.Part.NETWORK)),
              beyond(bill, usd, words).stream()
                  .reduce((before, next) -> words.text("money.why.and", before, next))
                  .orElseThrow(),
              usd.apply(-bill.usd(Bill.Part.REVENUE))));
    }
    if (bill.backUsd() > 0) {
      double netUsd = bill.usd(Bill.Part.NET);
      sentences.add(
          words.text(
              netUsd < 0 ? "money.back-more" : "money.back",
              usd.apply(bill.backUsd()),
              usd.apply(Math.abs(netUsd))));
    }
    return String.join(" ", sentences);
  }

  private static List<String> beyond(Bill bill, DoubleFunction<String> usd, Words words) {
    List<String> parts = new ArrayList<>();
    for (Bill.Part each : BEYOND) {
      if (bill.usd(each) > 0) {
        parts.add(words.text("money.why." + each.word(), usd.apply(bill.usd(each))));
      }
    }
    if (bill.keptUsd() > 0) {
      parts.add(words.text("money.why.kept", usd.apply(bill.keptUsd())));
    }
    return parts;
  }
}
