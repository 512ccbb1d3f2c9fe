package org.kiungo.web.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.ClassicModel;
import org.kiungo.planner.place.ClassicPlacement;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Location models of the literature, each alone over a network. */
@RestController
@RequestMapping("/api/v1/location-models")
class ClassicController {

  private final Plans plans;

  ClassicController(Plans plans) {
    this.plans = plans;
  }

  /**
   * A model.
   *
   * @param id as in the address
   * @param name in the reader's language
   * @param citation where it was first written down
   * @param countsSites true when {@code sites} says how many to open
   */
  record Model(String id, String name, String citation, boolean countsSites) {}

  @GetMapping
  List<Model> models(Locale locale) {
    Words words = Words.in(locale.getLanguage());
    return Arrays.stream(ClassicModel.values())
        .map(
            model ->
                new Model(
                    model.id(),
                    words.text("classic." + model.id()),
                    model.citation(),
                    model.countsSites()))
        .toList();
  }

  @Answers(takes = "services.json")
  @Requires(Role.PLANNER)
  @PostMapping(path = "/{model}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ClassicAnswer solve(
      @PathVariable String model,
      @RequestParam(defaultValue = "3") int sites,
      @RequestParam(defaultValue = "NaN") double standardMs,
      @RequestParam(defaultValue = "0.01") double usdPerPersonMs,
      @RequestBody byte[] body) {
    ClassicPlacement.Question question =
        ClassicAnswer.question(model, sites, standardMs, usdPerPersonMs);
    PlacementBody asked = PlacementBody.read(body);
    if (asked.iterate()) {
      throw new InputRefused("classic.oneService", "services", asked.request().services().size());
    }
    if (asked.institutions() == InstitutionChoice.Source.BUILT_IN) {
      throw new InputRefused(
          "services.value",
          "field",
          "institutions",
          "value",
          asked.institutions(),
          "allowed",
          "NONE, IMPORTED");
    }
    ServicePlacer placer =
        asked.planId() == null
            ? ServicePlacer.today(asked.countries())
            : ServicePlacer.over(plans.getFolder(asked.planId()));
    return ClassicAnswer.of(
        ClassicAnswer.solve(placer, asked.request(), question, Progress.NONE, () -> false));
  }
}
