package org.kiungo.web.plan.programme;

import java.util.List;
import org.kiungo.geodata.reference.people.PeopleShare;
import org.kiungo.planner.model.Programme.PhaseAccount;

/**
 * A plan of several phases: who is served until when, what money comes in and goes out, and in
 * which phase each of its parts is built.
 *
 * @param population whose number is known
 * @param peopleBaseline of them at the standard today
 * @param personYears years of service to the standard, one person each
 * @param phases in order
 * @param years of the plan, in order
 * @param districts people by first-level area, sorted by name
 * @param placePhases by place in the order of the points, the number of the phase in which it is
 *     served; 0 where the plan builds nothing for it
 * @param linkPhases likewise by link, in the order of the links
 * @param sitePhases likewise by site, in the order of the sites
 */
public record PlanProgramme(
    double population,
    double peopleBaseline,
    double personYears,
    List<PhaseShare> phases,
    List<YearShare> years,
    List<DistrictPhases> districts,
    List<Integer> placePhases,
    List<Integer> linkPhases,
    List<Integer> sitePhases) {

  /**
   * What a phase does.
   *
   * @param account its money and people
   * @param places served from it on
   * @param sites opened in it
   * @param links built in it
   * @param distanceKm of these links
   * @param capexUsd first purchases in it, premises, what it adds to what stands and what later
   *     phases replace included
   */
  public record PhaseShare(
      PhaseAccount account, int places, int sites, int links, double distanceKm, double capexUsd) {}

  /**
   * A year of the plan.
   *
   * @param year calendar year
   * @param phase its number
   * @param budgetUsd what comes in at its start
   * @param spentUsd what is signed in it: lifetime cost as of its start, running cost set aside
   * @param carriedUsd what is left, unspent, at its end
   * @param networkUsd what is paid out in it for purchases, replacements and upkeep, not discounted
   * @param peopleServed brought to the standard until its end
   * @param peopleBasic brought to basic service until its end
   */
  public record YearShare(
      int year,
      int phase,
      double budgetUsd,
      double spentUsd,
      double carriedUsd,
      double networkUsd,
      double peopleServed,
      double peopleBasic) {}

  /**
   * People of a district.
   *
   * @param district first-level area, empty when not known
   * @param population whose number is known
   * @param peopleBaseline at the standard today
   * @param peopleServed by phase, brought to the standard until its end
   */
  public record DistrictPhases(
      String district, double population, double peopleBaseline, List<Double> peopleServed) {

    /** People at the standard at the end of a phase, over all. */
    public double servedRatio(int phase) {
      return PeopleShare.ratio(peopleBaseline + peopleServed.get(phase), population);
    }
  }
}
