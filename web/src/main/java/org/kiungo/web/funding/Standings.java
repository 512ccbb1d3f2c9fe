package org.kiungo.web.funding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.geodata.reference.facts.RecMembership;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.condition.CountryStanding;
import org.kiungo.planner.partner.condition.IncomeGroup;
import org.kiungo.planner.scenario.Scenario;

/** Income group and communities of countries, from the built-in facts where a file says nothing. */
public final class Standings {

  private Standings() {}

  /**
   * @param countries of the plan
   * @param year whose first day decides on memberships
   * @throws InputRefused {@code partners.elsewhere} when the money of all is for other countries
   */
  public static Partnership completed(Partnership partners, List<String> countries, int year) {
    List<CountryStanding> all = new ArrayList<>(partners.countries());
    for (String iso3 : countries.stream().sorted().distinct().toList()) {
      if (all.stream().noneMatch(each -> each.country().equals(iso3))) {
        all.add(standing(iso3, LocalDate.of(year, 1, 1)));
      }
    }
    requireOneHere(partners.partners(), countries);
    return new Partnership(partners.partners(), all);
  }

  /** Money of other countries pays for nothing here: it is refused by name, not left to be seen. */
  private static void requireOneHere(List<Partner> partners, List<String> countries) {
    if (partners.stream().allMatch(each -> each.isElsewhere(countries))) {
      throw new InputRefused(
          "partners.elsewhere",
          "partners",
          String.join(", ", partners.stream().map(Partner::name).toList()),
          "countries",
          String.join(", ", countries.stream().sorted().distinct().toList()));
    }
  }

  /** Partners of a file for a question's countries. */
  public static Partnership read(Path file, PlanningProblem problem, Money money)
      throws IOException {
    return completed(
        PartnerFile.read(Files.readAllBytes(file), file.getFileName().toString()),
        problem.settlements().stream().map(Settlement::country).toList(),
        money.firstYear());
  }

  /**
   * True where partners of a plan are among those known, all of the needed ones are there, each
   * with its money or gone with it, and countries stand as the facts have it. One left out
   * altogether would leave no trace of what it could pay.
   *
   * @param stated standings that are said beside the partners, in place of the facts'
   */
  public static boolean areOf(
      Partnership own,
      List<Partner> known,
      List<Partner> needed,
      List<CountryStanding> stated,
      Scenario scenario) {
    boolean areKnown =
        own.partners().stream().allMatch(each -> known.stream().anyMatch(one -> is(each, one)));
    boolean areAll =
        needed.stream().allMatch(one -> own.partners().stream().anyMatch(each -> is(each, one)));
    if (!areKnown || !areAll) {
      return false;
    }
    Partnership due = new Partnership(own.partners(), stated);
    return completed(due, scenario.countries(), scenario.money().firstYear()).equals(own);
  }

  private static boolean is(Partner own, Partner known) {
    return own.equals(known) || own.equals(known.withEnvelopes(List.of()));
  }

  private static CountryStanding standing(String iso3, LocalDate date) {
    Reference reference = Reference.builtIn();
    try {
      IncomeGroup group =
          reference
              .country(iso3)
              .findFact("income_group")
              .map(Fact::value)
              .flatMap(IncomeGroup::find)
              .orElse(null);
      List<String> communities =
          reference.recs(iso3, date).stream().map(RecMembership::rec).sorted().toList();
      return new CountryStanding(iso3, group, communities);
    } catch (InputRefused unknown) {
      return CountryStanding.unknown(iso3);
    }
  }
}
