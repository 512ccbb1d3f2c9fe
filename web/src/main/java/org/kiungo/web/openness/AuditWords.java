package org.kiungo.web.openness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.openness.CountryAudit;
import org.kiungo.geodata.openness.CountryAudit.GatesCounted;
import org.kiungo.geodata.openness.CountryAudit.Unknown;
import org.kiungo.geodata.openness.NearMiss;
import org.kiungo.geodata.openness.RegionAudit;
import org.kiungo.geodata.openness.SinglePoint;
import org.kiungo.geodata.openness.Step;
import org.kiungo.geodata.openness.rule.GateRule;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.language.Words;

/** An audit in sentences. */
public final class AuditWords {

  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  /** Nearer than this, two lines are drawn as touching. */
  private static final double SPLICE_KM = 0.1;

  private final Reference reference;
  private final Words words;

  public AuditWords(Reference reference, Words words) {
    this.reference = reference;
    this.words = words;
  }

  /** A country's name in the reader's language. */
  public String country(String iso3) {
    return reference.country(iso3).name(words.locale().getLanguage());
  }

  /** One country in full, several as their sum and a line each. */
  public String region(RegionAudit audit) {
    List<String> lines = new ArrayList<>();
    if (audit.countries().size() == 1) {
      country(audit.countries().get(0), lines);
    } else {
      lines.add(sum(audit));
      audit.countries().forEach(each -> lines.add(row(each)));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private String sum(RegionAudit audit) {
    return words.text(
        "openness.sum",
        audit.countries().size(),
        audit.people() / MILLION,
        audit.cables().size(),
        audit.peopleOnOneLanding() / MILLION,
        audit.peopleOnOneCable() / MILLION,
        audit.peopleLandlocked() / MILLION,
        audit.peopleOnOneExchange() / MILLION,
        audit.peopleWithoutExchange() / MILLION,
        audit.peopleWithLines() / MILLION,
        audit.peopleOnSingleSpans() / MILLION,
        audit.peopleOnSingleSpansIfJoined() / MILLION);
  }

  private String row(CountryAudit audit) {
    CountryAudit.Gates gates = audit.gates();
    return words.text(
        audit.linesKnown() ? "openness.row-lines" : "openness.row",
        country(audit.iso3()),
        gates.landings().size(),
        gates.cables().size(),
        gates.exchangePoints().size(),
        gates.neighbours().size(),
        audit.linesKnown() ? audit.exposure().singleSpanRatio() : Double.NaN,
        audit.linesKnown() ? audit.ifJoined().singleSpanRatio() : Double.NaN,
        audit.linesKnown() ? audit.exposure().noWayRatio() : Double.NaN,
        audit.linesKnown() ? audit.ifJoined().noWayRatio() : Double.NaN);
  }

  private void country(CountryAudit audit, List<String> lines) {
    lines.add(heading(audit));
    lines.add(row(audit));
    lines.add(counted(audit.gatesCounted()));
    if (!audit.linesKnown()) {
      lines.add(words.text("openness.not-computed"));
    }
    for (SinglePoint each : audit.singlePoints()) {
      lines.add(point(each));
      lines.add("    " + words.text("openness.step", step(each.cheapest())));
    }
    if (audit.linesKnown()) {
      lines.add(map(audit));
      audit.nearMisses().forEach(each -> lines.add("  " + miss(each)));
    }
    audit.rules().forEach(each -> lines.add(rule(each)));
    lines.add(words.text("openness.unknown"));
    audit.unknowns().forEach(each -> lines.add("  " + unknown(each)));
  }

  /** What the audit is about. */
  public String heading(CountryAudit audit) {
    return words.text("openness.heading", country(audit.iso3()));
  }

  /** What a single point is. */
  public String name(SinglePoint point) {
    return words.text(
        "openness.name." + word(point.kind()),
        point.kind() == SinglePoint.Kind.BORDER ? country(point.name()) : point.name(),
        point.lengthKm());
  }

  /** What hangs on one thing. */
  public String point(SinglePoint point) {
    return words.text("openness.point", name(point), point.people() / MILLION, point.peopleRatio());
  }

  /** The cheapest way out, or that none can be priced. */
  public String step(Step step) {
    if (step == null) {
      return words.text("openness.step.none");
    }
    String within = step.cost().km() < SPLICE_KM ? "openness.step.splice" : "openness.step.within";
    return words.text(
        step.into().isEmpty() ? within : "openness.step.into",
        step.fromName(),
        step.toName(),
        step.cost().km(),
        roundUsd(step.cost().usd()),
        roundUsd(step.cost().usdLow()),
        roundUsd(step.cost().usdHigh()),
        step.into().isEmpty() ? "" : country(step.into()));
  }

  /** To a thousand: prices are assumed. */
  private static double roundUsd(double usd) {
    return THOUSAND * Math.rint(usd / THOUSAND);
  }

  /** Both readings of the map. */
  public String map(CountryAudit audit) {
    return words.text(
        audit.nearMisses().isEmpty() ? "openness.map.clear" : "openness.map.misses",
        audit.exposure().singleSpanRatio(),
        audit.ifJoined().singleSpanRatio(),
        audit.nearMisses().size(),
        audit.exposure().noWayRatio(),
        audit.ifJoined().noWayRatio(),
        audit.withBorders().singleSpanRatio());
  }

  /** A line that ends a little short of another. */
  public String miss(NearMiss miss) {
    return words.text(
        "openness.miss",
        miss.endName(),
        miss.cost().km(),
        miss.nodeKm(),
        miss.asDrawn().singleSpanRatio(),
        miss.ifJoined().singleSpanRatio(),
        miss.asDrawn().worstSpanRatio(),
        miss.ifJoined().worstSpanRatio(),
        miss.asDrawn().noWayRatio(),
        miss.ifJoined().noWayRatio());
  }

  /** A rule that somebody published, with its year and source. */
  public String rule(GateRule rule) {
    return words.text(
        "openness.rule." + word(rule.about()) + "." + word(rule.state()),
        rule.year(),
        words.source(rule.source()),
        words.text("ui.confidence." + rule.confidence()));
  }

  /** What the published facts do not tell. */
  public String unknown(Unknown unknown) {
    return words.text("openness.unknown." + word(unknown));
  }

  /** Which gates the shares count. */
  public String counted(GatesCounted counted) {
    return words.text("openness.counted." + word(counted));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
