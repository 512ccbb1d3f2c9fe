package org.kiungo.planner.verify.accounts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * The money that a bound counts: the lifetime cost of what a plan builds, or the sum of {@link
 * PublicTerms}, which public money never lies below. In the second, leaving a settlement without
 * service costs the revenue it would bring, caps are raised by all such revenue, and accounts kept
 * in cents may be off by a slack.
 *
 * @param facts at the prices of that money
 * @param isPublic true for public money
 * @param capUsd the scenario's cap on it; NaN = none
 * @param slackCents of accounts
 */
public record BoundMoney(Facts facts, boolean isPublic, double capUsd, long slackCents) {

  /** How the method of a bound on public money ends. */
  private static final String PUBLIC = "costs as public money";

  /** Sizes of a candidate graph as a certificate states them. */
  public static final Pattern SIZES =
      Pattern.compile("places=(\\d+) links=(\\d+) .*sites=(\\d+) options=(\\d+) .*");

  /** As the certificate says; public money only where the scenario asks about it. */
  public static BoundMoney of(Facts facts, FolderReader reader, JsonNode certificate) {
    JsonNode cap = facts.scenario().path("publicBudgetUsd");
    boolean asked =
        cap.isNumber()
            || "LEAST_PUBLIC_MONEY_TO_TARGET".equals(Fields.text(facts.scenario(), "goal"));
    if (!asked || !Fields.text(certificate, "method").endsWith(PUBLIC)) {
      double budgetUsd = Fields.number(facts.scenario(), "budgetUsd");
      return new BoundMoney(facts, false, budgetUsd, 0);
    }
    Matcher sizes = SIZES.matcher(Fields.text(certificate, "candidateGraph"));
    long assets =
        sizes.matches() ? Long.parseLong(sizes.group(1)) + Long.parseLong(sizes.group(3)) : 0;
    return new BoundMoney(
        inPublicMoney(facts),
        true,
        cap.isNumber() ? cap.doubleValue() : Double.NaN,
        PublicTerms.slackCents(facts.settlements().size(), assets));
  }

  /** The same facts with every price as {@link PublicTerms} have it. */
  private static Facts inPublicMoney(Facts facts) {
    Map<String, CountryEconomics> economics = facts.market().economics();
    Money money = facts.money();
    return facts.at(
        facts
            .prices()
            .marked(PublicTerms.of(facts.countries().stream().map(economics::get).toList(), money)),
        each -> PublicTerms.forgoneCents(each, economics.get(each.country()), facts.load(), money));
  }

  /** A cap as the sum of costs and forgone revenue has it. */
  public long raisedCents(double usd) {
    return Cost.within(usd) + facts.forgoneTotalCents();
  }

  /** A sum of costs and forgone revenue, in cents, as money, at the least. */
  public double leastUsd(double cents) {
    return Math.max(0, cents - facts.forgoneTotalCents() - slackCents) / 100;
  }
}
