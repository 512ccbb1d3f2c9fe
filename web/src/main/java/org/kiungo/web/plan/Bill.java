package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * Why a plan needs the public money that it needs: what all of it costs, what others pay, and what
 * comes back to the state. Every line is a sum of {@code finance.json}, in cents, and every total
 * is what the lines before it add up to.
 *
 * <p>Taxes and licences are the state's; the levy is the universal-service fund's, which pays its
 * part further down, so that it does not count as coming back.
 *
 * @param of country; empty for the whole plan
 * @param lines in order
 */
public record Bill(String of, List<Line> lines) {

  /** What a line is. */
  public enum Part {
    NETWORK,
    CAPITAL(EconomicTerm.COST_OF_CAPITAL),
    ADMINISTRATION(EconomicTerm.ADMINISTRATION),
    TAX(EconomicTerm.TAX),
    LEVY(EconomicTerm.UNIVERSAL_SERVICE_LEVY),
    SPECTRUM(EconomicTerm.SPECTRUM),
    MARGIN(EconomicTerm.MARGIN),
    /** All that operators have to recover. */
    COST,
    REVENUE(EconomicTerm.ARPU_LOW, EconomicTerm.ARPU_MIDDLE),
    /** What places bring in beyond what they cost: it fills no gap by itself. */
    SURPLUS,
    /** Public money that is given before any gap is looked at. */
    SUBSIDY(EconomicTerm.CAPEX_SUBSIDY, EconomicTerm.OPEX_SUBSIDY),
    /** What places miss. */
    GAP,
    CROSS(EconomicTerm.CROSS_SUBSIDY),
    FUND(EconomicTerm.UNIVERSAL_SERVICE_DISBURSED),
    /** The same subsidy: it is public money as well. */
    SUBSIDY_PAID,
    PUBLIC,
    TAX_BACK,
    SPECTRUM_BACK,
    /** Public money less what comes back. */
    NET;

    private final List<EconomicTerm> terms;

    Part(EconomicTerm... terms) {
      this.terms = List.of(terms);
    }

    /** As bundles and files name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the API calls its amount where pages tell it elsewhere too; null where they do not. */
    public String figure() {
      return switch (this) {
        case NETWORK -> "lifetimeCostUsd";
        case PUBLIC -> "publicUsd";
        default -> null;
      };
    }

    /** Whether it is a total rather than a step. */
    public boolean isTotal() {
      return this == COST || this == GAP || this == PUBLIC || this == NET;
    }
  }

  /** What a line rests on. */
  public enum Evidence {
    /** Worked out of other lines and of the cost book. */
    COMPUTED,
    PUBLISHED,
    /** In some country no source gives the market term. */
    ASSUMED,
    /** Nobody has published it: it counts as nothing. */
    UNKNOWN;

    /** Whether a reader is warned of it. */
    public boolean isDoubtful() {
      return this == ASSUMED || this == UNKNOWN;
    }

    /** As bundles name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A line.
   *
   * @param cents below zero for what is taken off; of a total all of it
   * @param fromCents the total so far, before the line; 0 for a total
   */
  public record Line(Part part, long cents, long fromCents, Evidence evidence) {

    /** In USD. */
    public double usd() {
      return AssetCost.usd(cents);
    }

    /** Whether it moves the total; a step of nothing is told only where nobody knows better. */
    private boolean isStep() {
      return cents != 0 || evidence == Evidence.UNKNOWN;
    }
  }

  /**
   * The bills of a plan: of all of it, then of each of its countries where there are several.
   *
   * @param terms market terms by which the plan's money was worked out
   * @return none where revenue is not known, so that nobody knows who pays
   */
  public static List<Bill> all(FinanceBrief finance, List<CountryEconomics> terms) {
    List<Bill> bills = new ArrayList<>();
    if (!Double.isNaN(finance.publicUsd())) {
      List<String> countries = finance.countries().stream().map(FinanceBrief.Sums::name).toList();
      bills.add(of("", finance.total(), of(terms, countries)));
      if (countries.size() > 1) {
        finance
            .countries()
            .forEach(each -> bills.add(of(each.name(), each, of(terms, List.of(each.name())))));
      }
    }
    return List.copyOf(bills);
  }

  private static List<CountryEconomics> of(List<CountryEconomics> terms, List<String> countries) {
    return countries.stream()
        .map(
            country ->
                terms.stream()
                    .filter(each -> each.country().equals(country))
                    .findFirst()
                    .orElseGet(() -> CountryEconomics.unknown(country)))
        .toList();
  }

  private static Bill of(String of, FinanceBrief.Sums sums, List<CountryEconomics> terms) {
    Writing bill = new Writing(terms);
    bill.step(Part.NETWORK, sums.networkUsd());
    bill.step(Part.CAPITAL, sums.capitalUsd());
    bill.step(Part.ADMINISTRATION, sums.administrationUsd());
    bill.step(Part.TAX, sums.taxUsd());
    bill.step(Part.LEVY, sums.levyUsd());
    bill.step(Part.SPECTRUM, sums.spectrumUsd());
    bill.step(Part.MARGIN, sums.marginUsd());
    bill.total(Part.COST);
    bill.step(Part.REVENUE, -sums.revenueUsd());
    long gapCents = AssetCost.cents(sums.gapBeforeCrossSubsidyUsd());
    long subsidyCents = AssetCost.cents(sums.subsidyUsd());
    bill.step(Part.SURPLUS, AssetCost.usd(gapCents + subsidyCents - bill.cents));
    bill.step(Part.SUBSIDY, -sums.subsidyUsd());
    bill.total(Part.GAP);
    bill.step(Part.CROSS, -sums.crossSubsidyUsd());
    bill.step(Part.FUND, -sums.fundUsd());
    bill.step(Part.SUBSIDY_PAID, sums.subsidyUsd());
    bill.total(Part.PUBLIC);
    bill.step(Part.TAX_BACK, -sums.taxUsd());
    bill.step(Part.SPECTRUM_BACK, -sums.spectrumUsd());
    bill.total(Part.NET);
    return new Bill(of, List.copyOf(bill.lines));
  }

  /** A bill while it is written. */
  private static final class Writing {
    private final List<CountryEconomics> terms;
    private final List<Line> lines = new ArrayList<>();
    private long cents;

    private Writing(List<CountryEconomics> terms) {
      this.terms = terms;
    }

    private void step(Part part, double usd) {
      long more = AssetCost.cents(usd);
      lines.add(new Line(part, more, cents, evidence(part)));
      cents += more;
    }

    private void total(Part part) {
      lines.add(new Line(part, cents, 0, Evidence.COMPUTED));
    }

    private Evidence evidence(Part part) {
      boolean asked =
          part.terms.stream()
              .filter(PlanFinance.ASKED::contains)
              .anyMatch(term -> terms.stream().anyMatch(each -> each.figure(term) == null));
      if (asked) {
        return Evidence.UNKNOWN;
      }
      List<Figure> figures =
          part.terms.stream()
              .flatMap(term -> terms.stream().map(each -> each.figure(term)))
              .filter(Objects::nonNull)
              .toList();
      if (figures.isEmpty()) {
        return Evidence.COMPUTED;
      }
      return figures.stream().anyMatch(Figure::assumed) ? Evidence.ASSUMED : Evidence.PUBLISHED;
    }
  }

  /** A line's amount in USD; below zero where it is taken off. */
  public double usd(Part part) {
    return AssetCost.usd(cents(part));
  }

  private long cents(Part... parts) {
    List<Part> wanted = Arrays.asList(parts);
    return lines.stream().filter(each -> wanted.contains(each.part())).mapToLong(Line::cents).sum();
  }

  /** Whether more public money is needed than the works cost, which nobody expects. */
  public boolean isAbove() {
    return cents(Part.PUBLIC) > cents(Part.NETWORK);
  }

  /** What comes back to the state, USD. */
  public double backUsd() {
    return -AssetCost.usd(cents(Part.TAX_BACK, Part.SPECTRUM_BACK));
  }

  /** What operators keep of the surpluses of their places, USD. */
  public double keptUsd() {
    return AssetCost.usd(cents(Part.SURPLUS, Part.CROSS));
  }

  /** The lines that say something: no step of nothing, no total of what another has said. */
  public List<Line> shown() {
    return lines.stream().filter(this::isShown).toList();
  }

  private boolean isShown(Line line) {
    return switch (line.part()) {
      case GAP -> isAnyStep(Part.CROSS, Part.FUND, Part.SUBSIDY_PAID);
      case NET -> isAnyStep(Part.TAX_BACK, Part.SPECTRUM_BACK);
      default -> line.part().isTotal() || line.isStep();
    };
  }

  private boolean isAnyStep(Part... parts) {
    List<Part> wanted = Arrays.asList(parts);
    return lines.stream().anyMatch(each -> wanted.contains(each.part()) && each.isStep());
  }

  /** Where a line's bar begins, share of the longest way that the bill goes, 0–1. */
  public double fromRatio(Line line) {
    return (Math.min(line.fromCents(), line.fromCents() + line.cents()) - lowest()) / span();
  }

  /** How long a line's bar is, likewise. */
  public double ratio(Line line) {
    return Math.abs(line.cents()) / span();
  }

  private long lowest() {
    return lines.stream()
        .mapToLong(each -> Math.min(0, each.fromCents() + each.cents()))
        .min()
        .orElse(0);
  }

  private double span() {
    long highest =
        lines.stream().mapToLong(each -> each.fromCents() + each.cents()).max().orElse(0);
    return Math.max(1, highest - lowest());
  }
}
