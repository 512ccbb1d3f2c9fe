package org.kiungo.web.doubt.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.doubt.DoubtLayer;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;

/**
 * The places whose answer changes a plan most: those where today's coverage or people decide
 * whether the plans made for futures hold them.
 *
 * <p>The chance that an answer changes the choice is the share of futures whose plans choose
 * otherwise than the plan in doubt, as far as draws of the figure in question tell them apart: by
 * how much of what a guess without them gets wrong they set right. What follows is an estimate, not
 * proven: an answer is yes or no, draws lie between the ends of a range.
 *
 * @param survey which one, as answers name it
 * @param futures how many plans are compared
 * @param visitUsd what a visit costs
 * @param visitAssumed true when nobody said another figure than is assumed
 * @param found how many places are in question
 * @param places the first of them
 * @param districts worth of all of them by district, the worthiest first
 */
public record SurveyList(
    String survey,
    int futures,
    double visitUsd,
    boolean visitAssumed,
    int found,
    List<SurveyPlace> places,
    List<District> districts) {

  /** Whether a place has 4G today. */
  public static final String COVERAGE = DoubtLayer.COVERAGE.id();

  /** Whether more people live in a place. */
  public static final String PEOPLE = DoubtLayer.PEOPLE.id();

  /** Places where nobody says how many. */
  public static final int PLACES = 30;

  private static final int MOST_PLACES = 1000;

  /** Of a visit where nobody says: two people and a car for half a day; assumed, no source. */
  public static final double VISIT_USD = 150;

  private static final double MOST_VISIT_USD = 1e6;

  /** Whom counting moves: the range of a place's people that futures are drawn from, assumed. */
  private static final double COUNTED_RATIO = 0.2;

  /**
   * Places in question of a district.
   *
   * @param district first-level area, empty when not known
   * @param places how many
   * @param worthPeople of all of them
   * @param worthUsd likewise; NaN when not priced
   */
  public record District(String district, int places, double worthPeople, double worthUsd) {}

  /**
   * What is asked for.
   *
   * @param places at most so many, 1–1000
   * @param visitUsd what a visit costs, USD; null where nobody says
   */
  public record Asked(int places, Double visitUsd) {

    public Asked {
      refuse("places", places, 1, MOST_PLACES);
      refuse("visitUsd", visitUsd == null ? VISIT_USD : visitUsd, 0, MOST_VISIT_USD);
    }

    private static void refuse(String field, double value, double low, double high) {
      if (!(value >= low && value <= high)) {
        throw new InputRefused(
            "field.range", "field", field, "value", value, "low", low, "high", high);
      }
    }
  }

  /** The list where nobody says how long. */
  public static final Asked USUAL = new Asked(PLACES, null);

  public SurveyList {
    places = List.copyOf(places);
    districts = List.copyOf(districts);
  }

  /**
   * What to find out first.
   *
   * @param survey which one, as answers will name it
   * @param plan in doubt
   * @param futures that were studied
   * @param rows of the study, in any order
   */
  public static SurveyList of(
      String survey, PlanFolder plan, int futures, List<PlaceRow> rows, Asked asked, Words words) {
    Map<String, Settlement> published =
        plan.problem().settlements().stream()
            .collect(Collectors.toMap(Settlement::id, Function.identity()));
    List<Question> all = new ArrayList<>();
    rows.forEach(row -> all.add(new Question(row, published.get(row.settlementId()), futures)));
    all.removeIf(each -> !(each.people() > 0));
    all.sort(
        Comparator.comparingDouble(Question::people)
            .reversed()
            .thenComparing(each -> each.place().id()));
    PlaceNames names = new PlaceNames(plan.problem().settlements(), words);
    double visitUsd = asked.visitUsd() == null ? VISIT_USD : asked.visitUsd();
    double lambda = plan.certificate().lambdaPeoplePerUsd();
    List<SurveyPlace> first = new ArrayList<>();
    for (Question each : all.subList(0, Math.min(asked.places(), all.size()))) {
      String name = names.apart(each.place());
      first.add(each.listed(first.size() + 1, name, usd(each.people(), lambda), visitUsd));
    }
    return new SurveyList(
        survey,
        futures,
        visitUsd,
        visitUsd == VISIT_USD,
        all.size(),
        first,
        districts(all, lambda));
  }

  private static double usd(double people, double lambdaPeoplePerUsd) {
    return lambdaPeoplePerUsd > 0 ? people / lambdaPeoplePerUsd : Double.NaN;
  }

  private static List<District> districts(List<Question> places, double lambda) {
    Map<String, List<Question>> found =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.place().district(), TreeMap::new, Collectors.toList()));
    List<District> districts = new ArrayList<>();
    found.forEach(
        (name, own) -> {
          double people = own.stream().mapToDouble(Question::people).sum();
          districts.add(new District(name, own.size(), people, usd(people, lambda)));
        });
    districts.sort(Comparator.comparingDouble(District::worthPeople).reversed());
    return districts;
  }

  /** What all visits of the list cost. */
  public double allVisitsUsd() {
    return visitUsd * places.size();
  }

  /** A place of the study, before it is known which are the first. */
  record Question(PlaceRow row, Settlement place, int futures) {

    /** Chance that the answer changes the choice, 0–1. */
    double chance() {
      double ratio = row.futures() / (double) futures;
      double other = row.planned() ? 1 - ratio : ratio;
      double guessed = Math.max(ratio, 1 - ratio);
      return row.rightRatio() > guessed ? other * (row.rightRatio() - guessed) / (1 - guessed) : 0;
    }

    /** Those whom the answer is worth; 0 where there is nothing to ask. */
    double people() {
      boolean ranged = place.baselineLowRatio() < place.baselineHighRatio();
      double moved =
          row.decisiveLayer().equals(COVERAGE) && ranged
              ? 1
              : row.decisiveLayer().equals(PEOPLE) && place.modelled() ? COUNTED_RATIO : 0;
      return place.population() > 0 ? chance() * moved * place.population() : 0;
    }

    /** What becomes of it: who has 4G needs no site, more people make one worth it. */
    private String then(boolean isWanted) {
      return row.planned() ? (isWanted ? "stays" : "leaves") : isWanted ? "comes-in" : "stays-out";
    }

    private SurveyPlace listed(int rank, String name, double worthUsd, double visitUsd) {
      boolean yesIsWanted = row.decisiveLayer().equals(PEOPLE);
      return new SurveyPlace(
          rank,
          place.id(),
          name,
          place.district(),
          place.location().lon(),
          place.location().lat(),
          place.population(),
          place.modelled(),
          place.baselineLowRatio(),
          place.baselineCoverageRatio(),
          place.baselineHighRatio(),
          row.futures(),
          futures,
          row.planned(),
          row.decisiveLayer(),
          then(yesIsWanted),
          then(!yesIsWanted),
          chance(),
          people(),
          worthUsd,
          visitUsd);
    }
  }
}
