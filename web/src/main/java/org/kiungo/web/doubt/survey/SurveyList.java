package org.kiungo.web.doubt.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.doubt.DoubtLayer;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanContent;

/**
 * What should be known before a plan is signed: the places where today's coverage or people decide
 * whether the plans made for futures hold them. Those of the plan come first, since their money is
 * about to be spent, then those that may come in; a list has room for as many of either where there
 * are.
 *
 * <p>The chance that an answer changes the choice is the share of futures whose plans choose
 * otherwise than the plan in doubt, as far as draws of the figure in question tell them apart: by
 * how much of what a guess without them gets wrong they set right. What is at stake is what plans
 * gain at the place, on average of those futures whose plans serve it, not all who live there. A
 * place that leaves the plan frees money: it is worth those whom as much gains elsewhere at the
 * plan's price of one person more, never more than are gained at the place itself. Of a question
 * how many live there, a fifth is at stake, the range that futures are drawn from. All of it is an
 * estimate, not proven: an answer is yes or no, draws lie between the ends of a range, and answers
 * compete for the same money, so that all together bring less than their sum.
 *
 * @param survey which one, as answers name it
 * @param futures how many plans are compared
 * @param visitUsd what a visit costs
 * @param visitAssumed true when nobody said another figure than is assumed
 * @param found how many places are in question
 * @param foundPlanned how many of them are the plan's
 * @param places the first of them, those of the plan before others
 * @param districts worth of all of them by district, the worthiest first
 */
public record SurveyList(
    String survey,
    int futures,
    double visitUsd,
    boolean visitAssumed,
    int found,
    int foundPlanned,
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

  /**
   * What a list is made of.
   *
   * @param plan in doubt
   * @param futures that were studied
   * @param places of the study, in any order
   * @param peopleGained as {@link DoubtFolder#peopleGained} has it
   */
  public record Study(
      PlanContent plan, int futures, List<PlaceRow> places, Map<String, Double> peopleGained) {

    public static Study of(DoubtFolder folder) {
      return new Study(
          new PlanContent(folder.plan()),
          folder.doubt().futures(),
          folder.places(),
          folder.peopleGained());
    }

    private double lambda() {
      return plan.folder().certificate().lambdaPeoplePerUsd();
    }

    private double usd(double people) {
      return lambda() > 0 ? people / lambda() : Double.NaN;
    }
  }

  public SurveyList {
    places = List.copyOf(places);
    districts = List.copyOf(districts);
  }

  /**
   * What to find out first.
   *
   * @param survey which one, as answers will name it
   */
  public static SurveyList of(String survey, Study study, Asked asked, Words words) {
    List<Settlement> settlements = study.plan().folder().problem().settlements();
    Map<String, Settlement> published =
        settlements.stream().collect(Collectors.toMap(Settlement::id, Function.identity()));
    List<Question> all = new ArrayList<>();
    study
        .places()
        .forEach(row -> all.add(new Question(row, published.get(row.settlementId()), study)));
    all.removeIf(each -> !(each.people() > 0));
    all.sort(
        Comparator.comparingDouble(Question::people)
            .reversed()
            .thenComparing(each -> each.place().id()));
    PlaceNames names = new PlaceNames(settlements, words);
    double visitUsd = asked.visitUsd() == null ? VISIT_USD : asked.visitUsd();
    List<SurveyPlace> first = new ArrayList<>();
    for (Question each : first(all, asked.places())) {
      first.add(each.listed(first.size() + 1, names.apart(each.place()), visitUsd));
    }
    return new SurveyList(
        survey,
        study.futures(),
        visitUsd,
        visitUsd == VISIT_USD,
        all.size(),
        (int) all.stream().filter(each -> each.row().planned()).count(),
        first,
        districts(all, study));
  }

  /** Half of the plan's, half others, more of one kind where the other has fewer. */
  private static List<Question> first(List<Question> all, int places) {
    Map<Boolean, List<Question>> kinds =
        all.stream().collect(Collectors.partitioningBy(each -> each.row().planned()));
    int others = kinds.get(false).size();
    List<Question> first = new ArrayList<>();
    kinds.get(true).stream().limit(Math.max((places + 1) / 2, places - others)).forEach(first::add);
    kinds.get(false).stream().limit(places - first.size()).forEach(first::add);
    return first;
  }

  private static List<District> districts(List<Question> places, Study study) {
    Map<String, List<Question>> found =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.place().district(), TreeMap::new, Collectors.toList()));
    List<District> districts = new ArrayList<>();
    found.forEach(
        (name, own) -> {
          double people = own.stream().mapToDouble(Question::people).sum();
          districts.add(new District(name, own.size(), people, study.usd(people)));
        });
    districts.sort(Comparator.comparingDouble(District::worthPeople).reversed());
    return districts;
  }

  /** Those of the list that the plan serves, or the others. */
  public List<SurveyPlace> part(boolean planned) {
    return places.stream().filter(each -> each.planned() == planned).toList();
  }

  /** What all visits of the list cost. */
  public double allVisitsUsd() {
    return visitUsd * places.size();
  }

  /** A place of the study, before it is known which are the first. */
  record Question(PlaceRow row, Settlement place, Study study) {

    /** Chance that the answer changes the choice, 0–1. */
    double chance() {
      double ratio = row.futures() / (double) study.futures();
      double other = row.planned() ? 1 - ratio : ratio;
      double guessed = Math.max(ratio, 1 - ratio);
      return row.rightRatio() > guessed ? other * (row.rightRatio() - guessed) / (1 - guessed) : 0;
    }

    /** Whom plans gain there, on average of the futures in which they serve it. */
    private double gained() {
      return study.peopleGained().getOrDefault(place.id(), 0.0);
    }

    private double costUsd() {
      return row.planned() ? study.plan().allocatedUsd(place.id()) : Double.NaN;
    }

    /** Whom the answer moves; 0 where there is nothing to ask. */
    private double stake() {
      boolean ranged = place.baselineLowRatio() < place.baselineHighRatio();
      double moved =
          row.decisiveLayer().equals(COVERAGE) && ranged
              ? 1
              : row.decisiveLayer().equals(PEOPLE) && place.modelled() ? COUNTED_RATIO : 0;
      double elsewhere = costUsd() * study.lambda();
      return moved * (elsewhere > 0 ? Math.min(gained(), elsewhere) : gained());
    }

    /** Those whom the answer is worth. */
    double people() {
      return chance() * stake();
    }

    /** What becomes of it: who has 4G needs no site, more people make one worth it. */
    private String then(boolean isWanted) {
      return row.planned() ? (isWanted ? "stays" : "leaves") : isWanted ? "comes-in" : "stays-out";
    }

    private SurveyPlace listed(int rank, String name, double visitUsd) {
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
          study.futures(),
          row.planned(),
          row.decisiveLayer(),
          then(yesIsWanted),
          then(!yesIsWanted),
          chance(),
          gained(),
          costUsd(),
          stake(),
          people(),
          study.usd(people()),
          visitUsd);
    }
  }
}
