package org.kiungo.web.page;

import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.InputFile;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.progress.RestOf;
import org.springframework.stereotype.Component;

/** Whose rests plans are: the plans that were signed, as readers of a language call them now. */
@Component
public class SignedPlans {

  private final Plans plans;

  SignedPlans(Plans plans) {
    this.plans = plans;
  }

  /** Of a plan made from such inputs, that which was planned again last first. */
  public List<RestOf> of(List<InputFile> inputs, Locale locale) {
    Figures figures = Figures.of(locale);
    return RestOf.of(inputs, Words.in(locale.getLanguage())).stream()
        .map(
            each ->
                plans
                    .find(each.planId())
                    .map(signed -> new RestOf(signed.id(), figures.name(signed), each.asOf()))
                    .orElse(each))
        .toList();
  }
}
