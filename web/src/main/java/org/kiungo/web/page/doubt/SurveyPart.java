package org.kiungo.web.page.doubt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.doubt.survey.SurveyList;
import org.kiungo.web.doubt.survey.Surveys;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a plan in doubt says to find out first, and what finding out has changed. */
@Component
class SurveyPart {

  private final Surveys surveys;
  private final Doubts doubts;
  private final Plans plans;

  SurveyPart(Surveys surveys, Doubts doubts, Plans plans) {
    this.surveys = surveys;
    this.doubts = doubts;
    this.plans = plans;
  }

  /**
   * @param view of the plan in doubt
   */
  void tell(Model model, PlanSummary plan, DoubtView view, Words words) {
    SurveyList list = surveys.of(plan.id(), view.content(), SurveyList.USUAL, words);
    model.addAttribute("survey", list);
    model.addAttribute(
        "change",
        findBefore(plan)
            .flatMap(each -> studied(each, words))
            .map(each -> change(each, new SurveyChange.Studied(plan, view, list), words))
            .orElse(null));
  }

  private SurveyChange change(SurveyChange.Studied before, SurveyChange.Studied now, Words words) {
    Map<String, String> names = new HashMap<>();
    for (SurveyChange.Studied each : List.of(before, now)) {
      List<Settlement> places = places(each.plan());
      PlaceNames named = new PlaceNames(places, words);
      places.forEach(place -> names.put(place.id(), named.apart(place)));
    }
    Map<String, Settlement> places =
        places(now.plan()).stream().collect(Collectors.toMap(Settlement::id, Function.identity()));
    return SurveyChange.of(before, now, places, names);
  }

  private List<Settlement> places(PlanSummary plan) {
    return plans.content(plan.id()).folder().problem().settlements();
  }

  /** The plan of the same question that was studied last before this one, on other data. */
  private Optional<PlanSummary> findBefore(PlanSummary plan) {
    return plans.list(plan.country()).stream()
        .takeWhile(each -> !each.id().equals(plan.id()))
        .filter(each -> !each.isContinuation())
        .filter(each -> isSameQuestion(each.scenario(), plan.scenario()))
        .filter(each -> doubts.findLast(each.id()).isPresent())
        .filter(each -> !inputs(each).equals(inputs(plan)))
        .reduce((one, later) -> later);
  }

  private static boolean isSameQuestion(Scenario one, Scenario other) {
    return one.countries().equals(other.countries())
        && one.goal() == other.goal()
        && one.budgetUsd() == other.budgetUsd()
        && one.today().equals(other.today());
  }

  private List<String> inputs(PlanSummary plan) {
    return plans.getFolder(plan.id()).problem().inputs().stream().map(InputFile::identity).toList();
  }

  private Optional<SurveyChange.Studied> studied(PlanSummary plan, Words words) {
    return doubts
        .findLast(plan.id())
        .filter(found -> !found.verdict().isRefused())
        .map(
            found ->
                new SurveyChange.Studied(
                    plan,
                    DoubtView.of(
                        found,
                        doubts.places(plan.id(), found),
                        plan.certificate(),
                        doubts.signNow(plan.id(), found)),
                    surveys.of(plan.id(), found, SurveyList.USUAL, words)));
  }
}
