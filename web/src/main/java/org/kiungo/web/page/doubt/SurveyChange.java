package org.kiungo.web.page.doubt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.doubt.survey.SurveyList;
import org.kiungo.web.doubt.survey.SurveyPlace;
import org.kiungo.web.plan.PlanSummary;

/**
 * A plan in doubt beside the one of the same question that was studied before on other data.
 *
 * @param before that plan
 * @param futuresBefore how many that one was studied in
 * @param futures how many this one was
 * @param spans what each gains in all futures, as signed and later
 * @param left places that it served and this plan does not
 * @param came places that this plan serves and it did not
 * @param signedBefore what of it could be signed
 * @param signed what can be signed now
 * @param withdrawn how many places could be signed then and cannot now
 * @param listed places on its survey list
 * @param answered those of them whose question a survey has answered since
 * @param still those of them that are on this plan's list
 * @param fresh places of this plan's list that were not on its
 */
public record SurveyChange(
    PlanSummary before,
    int futuresBefore,
    int futures,
    List<Span> spans,
    List<String> left,
    List<String> came,
    SignNow signedBefore,
    SignNow signed,
    int withdrawn,
    int listed,
    int answered,
    int still,
    int fresh) {

  /** Whether ranges of both are of as many draws: the range of fewer is narrower by itself. */
  public boolean isComparable() {
    return futuresBefore == futures;
  }

  /** Those of its list of which no survey says anything yet. */
  public int open() {
    return listed - answered;
  }

  /**
   * What both plans gain, people in the worst and the best future.
   *
   * @param id signed or later
   */
  public record Span(String id, double lowBefore, double highBefore, double low, double high) {

    static Span of(DoubtView.Side before, DoubtView.Side now) {
      return new Span(
          now.id(), before.leastValue(), before.mostValue(), now.leastValue(), now.mostValue());
    }

    /** By how much the range became narrower; negative where it became wider. */
    public double narrowerBy() {
      return highBefore - lowBefore - (high - low);
    }
  }

  /** A plan as it was studied. */
  record Studied(PlanSummary plan, DoubtView view, SurveyList list) {

    private Set<String> planned() {
      return view.content().places().stream()
          .filter(PlaceRow::planned)
          .map(PlaceRow::settlementId)
          .collect(Collectors.toSet());
    }

    private Set<String> signed() {
      return view.content().places().stream()
          .filter(each -> each.planned() && each.isInMost())
          .map(PlaceRow::settlementId)
          .collect(Collectors.toSet());
    }

    private Set<String> listed() {
      return list.places().stream().map(SurveyPlace::settlementId).collect(Collectors.toSet());
    }
  }

  /**
   * @param places of the plan that is shown, by id
   * @param names of places of both
   */
  static SurveyChange of(
      Studied before, Studied now, Map<String, Settlement> places, Map<String, String> names) {
    List<Span> spans = new ArrayList<>();
    for (int k = 0; k < now.view().sides().size(); k++) {
      spans.add(Span.of(before.view().sides().get(k), now.view().sides().get(k)));
    }
    Set<String> withdrawn = new HashSet<>(before.signed());
    withdrawn.removeAll(now.signed());
    Set<String> listed = before.listed();
    Set<String> still = new HashSet<>(now.listed());
    int onList = still.size();
    still.retainAll(listed);
    long answered =
        before.list().places().stream()
            .filter(each -> isAnswered(each, places.get(each.settlementId())))
            .count();
    return new SurveyChange(
        before.plan(),
        before.view().content().futures().size(),
        now.view().content().futures().size(),
        spans,
        named(before.planned(), now.planned(), names),
        named(now.planned(), before.planned(), names),
        before.view().signNow(),
        now.view().signNow(),
        withdrawn.size(),
        listed.size(),
        (int) answered,
        still.size(),
        onList - still.size());
  }

  /** A row of the list that came back without an answer leaves range and people as they were. */
  static boolean isAnswered(SurveyPlace asked, Settlement now) {
    if (now == null || !SurveyAnswers.is(now)) {
      return false;
    }
    boolean unsure = now.baselineLowRatio() < now.baselineHighRatio();
    return asked.question().equals(SurveyList.COVERAGE) ? !unsure : !now.modelled();
  }

  /** Those of some places that are not among others. */
  private static List<String> named(
      Set<String> some, Set<String> others, Map<String, String> names) {
    return some.stream()
        .filter(each -> !others.contains(each))
        .map(each -> names.getOrDefault(each, each))
        .sorted()
        .toList();
  }
}
