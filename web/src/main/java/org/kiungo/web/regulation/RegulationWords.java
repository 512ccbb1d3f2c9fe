package org.kiungo.web.regulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.geodata.regulation.CountryRegulation;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.geodata.regulation.RegulationFact;
import org.kiungo.geodata.regulation.TargetProgress;
import org.kiungo.geodata.regulation.Topic;
import org.kiungo.web.language.ShareWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.WholePeople;

/** How countries regulate, in sentences. */
public final class RegulationWords {

  private static final List<Topic> DATA =
      List.of(
          Topic.DATA_LAW,
          Topic.HEALTH_DATA,
          Topic.GOVERNMENT_DATA,
          Topic.EDUCATION_DATA,
          Topic.FINANCE_DATA,
          Topic.GENERAL_DATA);

  private final Reference reference;
  private final Words words;

  public RegulationWords(Reference reference, Words words) {
    this.reference = reference;
    this.words = words;
  }

  /**
   * What is known of a country's data laws.
   *
   * @param about what its rows are about, such as where health data may be kept
   * @param value what holds
   * @param source of which year
   */
  public record DataLaw(String about, String value, String source) {}

  /** The data laws by which e-services are placed; rows that say the same are one. */
  public List<DataLaw> dataLaws(CountryRegulation country) {
    Map<List<String>, List<String>> about = new LinkedHashMap<>();
    for (Topic topic : DATA) {
      country
          .on(topic)
          .forEach(
              fact ->
                  about
                      .computeIfAbsent(
                          List.of(value(fact), source(fact.evidence())), each -> new ArrayList<>())
                      .add(topic(topic)));
    }
    return about.entrySet().stream()
        .map(
            each ->
                new DataLaw(
                    words.joined(each.getValue()), each.getKey().get(0), each.getKey().get(1)))
        .toList();
  }

  /** Whose target it is and what it says. */
  String named(BroadbandTarget target) {
    return words.named(who(target.scope()), target(target));
  }

  /** All of it, a line each fact; topics without any in one of the countries say so. */
  public String text(List<CountryRegulation> countries) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(countries));
    for (Topic topic : Topic.values()) {
      lines.add(topic(topic));
      for (CountryRegulation each : countries) {
        List<RegulationFact> facts = each.on(topic);
        facts.forEach(fact -> lines.add("  " + line(each.iso3(), value(fact), fact.evidence())));
        if (facts.isEmpty()) {
          lines.add("  " + words.named(who(each.iso3()), words.text("told.not-looked")));
        }
      }
    }
    lines.add(words.text("ui.regulation.targets"));
    targets(countries)
        .forEach(each -> lines.add("  " + line(each.scope(), target(each), each.evidence())));
    return String.join(System.lineSeparator(), lines);
  }

  /** Those of the countries, then of the communities they belong to. */
  public static List<BroadbandTarget> targets(List<CountryRegulation> countries) {
    List<BroadbandTarget> all = new ArrayList<>();
    countries.forEach(each -> all.addAll(each.targets()));
    all.addAll(Regulation.targets(BroadbandTarget.AFRICAN_UNION));
    all.addAll(Regulation.targets(BroadbandTarget.UNITED_NATIONS));
    return all;
  }

  private String line(String scope, String what, Evidence evidence) {
    return words.text("regulation.line", who(scope), what, source(evidence));
  }

  /** What the comparison is about. */
  public String heading(List<CountryRegulation> countries) {
    return words.text(
        "regulation.heading",
        String.join(", ", countries.stream().map(each -> who(each.iso3())).toList()));
  }

  /** A country or a community of countries by its name. */
  public String who(String scope) {
    return scope.length() == 2
        ? words.text("regulation.scope." + scope)
        : reference.country(scope).name(words.locale().getLanguage());
  }

  /** What a row is about. */
  public String topic(Topic topic) {
    return words.text("regulation.topic." + topic.name());
  }

  /** What holds: a word, a name, a figure, or a name with its figure. */
  public String value(RegulationFact fact) {
    String said = fact.code().isEmpty() ? "" : words.text("regulation.value." + fact.code());
    said += (said.isEmpty() || fact.detail().isEmpty() ? "" : " ") + words.source(fact.detail());
    if (Double.isNaN(fact.high())) {
      return said;
    }
    return said.isEmpty() ? figure(fact) : words.joined(List.of(said, figure(fact)));
  }

  private String figure(RegulationFact fact) {
    String key =
        Double.isNaN(fact.low())
            ? "regulation.figure-most"
            : fact.low() == fact.high() ? "regulation.figure" : "regulation.figure-range";
    double first = Double.isNaN(fact.low()) ? fact.high() : fact.low();
    boolean price = fact.topic() == Topic.SPECTRUM_PAID;
    String unit = price ? words.text("regulation.unit.spectrum") : fact.unit();
    return words.text(key, first, unit, fact.high()).strip();
  }

  /** A target with the speed that counts and the year by which. */
  public String target(BroadbandTarget target) {
    String speed =
        Double.isNaN(target.mbps()) ? "" : words.text("regulation.target.mbps", target.mbps());
    String generation =
        target.generation().isEmpty()
            ? ""
            : words.text("regulation.target.generation", target.generation());
    String what =
        words.text(
            "regulation.target." + target.measure().name(), target.amount(), speed + generation);
    return target.byYear().isEmpty()
        ? what
        : words.text("regulation.target.by", what, target.byYear());
  }

  /**
   * How far a plan gets towards a target by its year, and by when it gets further.
   *
   * @param counted the plan's people as they are told beside it
   */
  public String progress(TargetProgress progress, WholePeople counted) {
    String who = who(progress.target().scope());
    String what = target(progress.target());
    if (Double.isNaN(progress.reachedRatio())) {
      return words.text("regulation.progress.slower", who, what);
    }
    String key = progress.peopleShort() < 0.5 ? "met" : "short";
    long peopleShort = Math.round(progress.peopleShort());
    if (progress.goesOn()) {
      key += progress.byWorks() ? "-later" : "-today";
    } else {
      double target = progress.target().amount() / 100 * counted.population();
      peopleShort = Math.round(target) - counted.atStandard();
    }
    return words.text(
        "regulation.progress." + key,
        who,
        what,
        ShareWords.percent(progress.reachedRatio(), 1, words),
        peopleShort,
        progress.target().byYear(),
        ShareWords.percent(progress.builtRatio(), 1, words),
        Integer.toString(progress.builtYear()));
  }

  /** Where a fact comes from, and of which year. */
  public String source(Evidence evidence) {
    return evidence.asOf().isEmpty()
        ? words.text("regulation.evidence-undated", words.source(evidence.source()))
        : words.text("regulation.evidence", words.source(evidence.source()), evidence.asOf());
  }
}
