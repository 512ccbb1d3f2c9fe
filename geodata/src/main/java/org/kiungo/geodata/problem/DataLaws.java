package org.kiungo.geodata.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.LocalisationRule;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.planner.model.service.DataRules;
import org.kiungo.planner.model.service.Sovereignty;

/**
 * The facts about data laws as rules for placing e-services. A law that lists adequate countries is
 * not in the facts; a peer is taken as adequate when every source lists it among those that
 * ratified the Malabo Convention, and the country where the rule stands accepts it (sources that
 * disagree count as not ratified). Secondary sources; not legal advice.
 */
public final class DataLaws {

  private DataLaws() {}

  /**
   * Rules that hold on a date.
   *
   * @param least weakest confidence of rules to use; weaker ones count as not known
   * @param whereUnknown how a country and class without a rule is taken
   */
  public static DataRules rules(
      Reference reference, LocalDate date, Confidence least, Sovereignty.Place whereUnknown) {
    List<Sovereignty.Rule> rules = new ArrayList<>();
    Set<String> ratified = new TreeSet<>();
    Regulation regulation = new Regulation(reference);
    for (CountryFacts country : reference.countries()) {
      String iso3 = country.iso3();
      if (regulation.ratifiedMalabo(iso3)) {
        ratified.add(iso3);
      }
      for (LocalisationRule rule : reference.facts().localisationRules(iso3)) {
        if (rule.holdsOn(date) && rule.evidence().confidence().compareTo(least) <= 0) {
          rules.add(rule(rule));
        }
      }
    }
    Map<String, Set<String>> adequate = new TreeMap<>();
    rules.stream()
        .filter(rule -> rule.place() == Sovereignty.Place.ADEQUATE_PEER)
        .forEach(rule -> adequate.put(rule.country(), ratified));
    return new DataRules(rules, adequate, whereUnknown);
  }

  private static Sovereignty.Rule rule(LocalisationRule rule) {
    return new Sovereignty.Rule(
        rule.iso3(),
        rule.dataClass(),
        Sovereignty.Place.valueOf(rule.place().name()),
        rule.evidence().asOf(),
        rule.evidence().source(),
        rule.evidence().confidence().name().toLowerCase(Locale.ROOT));
  }
}
