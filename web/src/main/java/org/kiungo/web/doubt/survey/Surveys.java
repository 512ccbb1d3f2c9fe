package org.kiungo.web.doubt.survey;

import org.kiungo.web.doubt.DoubtContent;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Survey lists of studies that are finished. */
@Service
public class Surveys {

  private final Doubts doubts;
  private final Plans plans;

  Surveys(Doubts doubts, Plans plans) {
    this.doubts = doubts;
    this.plans = plans;
  }

  /** What to find out first after a study. */
  SurveyList get(String id, SurveyList.Asked asked, Words words) {
    String planId = doubts.getPlan(id);
    DoubtContent content = doubts.getContent(id);
    if (content.verdict().isRefused()) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "doubt.refused", planId);
    }
    return of(planId, content, asked, words);
  }

  /** The same of what came of one that is not refused. */
  public SurveyList of(String planId, DoubtContent content, SurveyList.Asked asked, Words words) {
    SurveyList.Study study =
        new SurveyList.Study(
            plans.content(planId),
            content.doubt().futures(),
            content.places(),
            content.peopleGained());
    return SurveyList.of(country(planId) + " " + content.id(), study, asked, words);
  }

  /** The country of a study, the first of several. */
  String getCountry(String id) {
    return country(doubts.getPlan(id));
  }

  private String country(String planId) {
    return plans.getFolder(planId).scenario().countries().get(0);
  }
}
