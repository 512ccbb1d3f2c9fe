package org.kiungo.web.page.options;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Comparison;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.OverviewController;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.page.brief.BriefPdf;
import org.kiungo.web.page.figure.Mark;
import org.kiungo.web.partner.Fundings;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.review.PlanReview.State;
import org.kiungo.web.review.Reviews;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * The sheet of options: of the plans that its address names as that of a comparison does, or of
 * those that are proposed for a country.
 */
@Controller
class OptionsController {

  private static final String SLIDES =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";

  private final Countries countries;
  private final Plans plans;
  private final PlanTodays todays;
  private final Fundings fundings;
  private final Reviews reviews;
  private final Doubts doubts;
  private final Reference reference;
  private final SpringTemplateEngine templates;

  OptionsController(
      Countries countries,
      Plans plans,
      PlanTodays todays,
      Fundings fundings,
      Reviews reviews,
      Doubts doubts,
      Reference reference,
      SpringTemplateEngine templates) {
    this.countries = countries;
    this.plans = plans;
    this.todays = todays;
    this.fundings = fundings;
    this.reviews = reviews;
    this.doubts = doubts;
    this.reference = reference;
    this.templates = templates;
  }

  @GetMapping("/options")
  String options(@ModelAttribute Asked asked, Model model, Locale locale) {
    List<String> ids = asked.ids();
    if (asked.country() == null && ids.isEmpty()) {
      return "redirect:/";
    }
    String iso3 = country(asked.country(), ids);
    OptionsSheet sheet = sheet(iso3, ids, locale);
    model.addAllAttributes(shown(iso3, sheet, locale));
    Figures figures = Figures.of(locale);
    Map<String, String> picks = new LinkedHashMap<>();
    plans
        .candidates(iso3)
        .forEach(
            each -> picks.put(each.id(), titled(each, figures, Words.in(locale.getLanguage()))));
    model.addAttribute("picks", picks);
    model.addAttribute(
        "query",
        "country="
            + iso3
            + String.join("", sheet.heads().stream().map(each -> "&more=" + each.id()).toList()));
    return "options";
  }

  @GetMapping(path = "/options.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(@ModelAttribute Asked asked, Locale locale) throws IOException {
    List<String> ids = asked.ids();
    String iso3 = country(asked.country(), ids);
    Words words = Words.in(locale.getLanguage());
    Map<String, Object> shown = shown(iso3, whole(iso3, ids, locale), locale);
    shown.put("style", text("brief-pdf.css") + text("options-pdf.css"));
    shown.put("lang", words.language());
    shown.put("dir", words.direction());
    shown.put("boundaryNote", words.text("ui.map.boundary-note"));
    shown.put("languageNote", words.draftNote());
    shown.put("mark", Mark.IN_TEMPLATES);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    BriefPdf.write(templates.process("options", new Context(locale, shown)), pdf);
    return file(iso3, "pdf", pdf.toByteArray());
  }

  @GetMapping(path = "/options.pptx", produces = SLIDES)
  ResponseEntity<byte[]> slides(@ModelAttribute Asked asked, Locale locale) throws IOException {
    List<String> ids = asked.ids();
    String iso3 = country(asked.country(), ids);
    OptionsSheet sheet = whole(iso3, ids, locale);
    return file(iso3, "pptx", OptionsSlides.of(sheet, Words.in(locale.getLanguage())));
  }

  private static ResponseEntity<byte[]> file(String iso3, String ending, byte[] content) {
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename("kiungo-options-" + iso3 + "." + ending)
                .build()
                .toString())
        .body(content);
  }

  /** What an address names, as that of a comparison does; each may be absent. */
  record Asked(String country, String a, String b, List<String> more) {

    /** Of the plans in their order; none where they are to be proposed. */
    private List<String> ids() {
      List<String> ids =
          Stream.concat(Stream.of(a, b), more == null ? Stream.of() : more.stream())
              .filter(each -> each != null && !each.isEmpty())
              .distinct()
              .toList();
      if (ids.size() > OptionsSheet.MOST) {
        int low = OptionsSheet.FEWEST;
        int high = OptionsSheet.MOST;
        throw new InputRefused(
            "field.range", "field", "plans", "value", ids.size(), "low", low, "high", high);
      }
      return ids;
    }
  }

  private String country(String asked, List<String> ids) {
    String iso3 =
        ids.isEmpty()
            ? asked
            : plans
                .find(ids.get(0))
                .map(PlanSummary::country)
                .orElseThrow(() -> ApiRefusal.unknown("plan", ids.get(0)));
    for (String each : String.valueOf(iso3).split(",")) {
      if (reference.countries().stream().noneMatch(known -> known.iso3().equals(each))) {
        throw ApiRefusal.unknown("country", each);
      }
    }
    return iso3;
  }

  private OptionsSheet whole(String iso3, List<String> ids, Locale locale) {
    OptionsSheet sheet = sheet(iso3, ids, locale);
    if (!sheet.isWhole()) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "options.few", sheet.heads().size());
    }
    return sheet;
  }

  private OptionsSheet sheet(String iso3, List<String> ids, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    List<PlanSummary> wanted =
        ids.isEmpty()
            ? proposed(iso3)
            : ids.stream()
                .map(id -> plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id)))
                .toList();
    Figures figures = Figures.of(locale);
    List<Option> options = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (PlanSummary each : wanted) {
      String why = options.isEmpty() ? refused(each) : why(options.get(0), each);
      if (why == null && !each.isContinuation()) {
        options.add(option(each, words));
      } else {
        String told = words.text(each.isContinuation() ? "options.rest" : "ui.compare." + why);
        leftOut.add(words.text("options.left-out", titled(each, figures, words), told));
      }
    }
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3.split(",")[0]))
            .findFirst()
            .orElseThrow();
    OptionRows rows = new OptionRows(options, words);
    boolean several = options.size() >= OptionsSheet.FEWEST;
    OptionsDecisions decisions = new OptionsDecisions(options, words);
    return new OptionsSheet(
        several
            ? words.text(
                "options.title",
                options.size(),
                figures.plain(options.get(0).detail().scenario().standard().downlinkMbps(), 1),
                name(iso3, locale))
            : words.text(
                leftOut.isEmpty() ? "options.none" : "options.none-alike", name(iso3, locale)),
        several ? about(options.get(0), words) : "",
        rows.heads(),
        rows.rows(),
        options.stream()
            .map(each -> OptionMap.of(each, reference.outline(country.iso3()), country.capital()))
            .toList(),
        rows.districtsTitle(),
        rows.districts(),
        several ? decisions.same() : List.of(),
        several ? decisions.decisions() : List.of(),
        leftOut);
  }

  private static String refused(PlanSummary plan) {
    return plan.verification().isRefused() ? "refused" : null;
  }

  private String why(Option first, PlanSummary other) {
    if (other.verification().isRefused()) {
      return "refused";
    }
    PlanView view = new PlanView(plans.findDetail(other.id()).orElseThrow());
    return new Comparison(first.view(), view).why();
  }

  private Option option(PlanSummary plan, Words words) {
    String id = plan.id();
    return new Option(
        plan,
        new PlanView(plans.findDetail(id).orElseThrow()),
        plans.content(id),
        PlanMoney.find(plans.getFiles(id), () -> plans.content(id).money(), words),
        fundings.findOfPlan(id, words).orElse(null),
        reviews.last().of(id),
        doubts.findTold(id).map(Doubts.Told::signNow).orElse(null));
  }

  /**
   * Of the plans that rest on the data and prices of the one approved last, or reviewed, or made,
   * refused ones apart. Where no other rests on those, so do the plans of the next that has others:
   * options stay offered when facts change. That one is then told with why it is none of them.
   */
  private List<PlanSummary> proposed(String iso3) {
    List<PlanSummary> own =
        plans.candidates(iso3).stream().filter(each -> refused(each) == null).toList();
    Reviews.Last decided = reviews.last();
    Function<PlanSummary, State> state = each -> Reviews.state(decided.of(each.id()));
    List<PlanSummary> lastFirst = new ArrayList<>(own);
    Collections.reverse(lastFirst);
    lastFirst.sort(Comparator.comparing(state).reversed());
    List<PlanSummary> alone = new ArrayList<>();
    while (!lastFirst.isEmpty()) {
      PlanSummary last = lastFirst.get(0);
      List<PlanSummary> alike =
          todays.onSameData(last, own).stream()
              .filter(other -> catalogue(other).equals(catalogue(last)))
              .toList();
      if (alike.size() >= OptionsSheet.FEWEST) {
        return Stream.concat(ProposedOptions.of(alike, state).stream(), alone.stream())
            .limit(OptionsSheet.MOST)
            .toList();
      }
      alone.addAll(alike);
      lastFirst.removeAll(alike);
    }
    return alone.stream().limit(OptionsSheet.MOST).toList();
  }

  private static String catalogue(PlanSummary plan) {
    return plan.certificate().catalogueVersion();
  }

  private static String about(Option option, Words words) {
    String catalogue = option.detail().versions().catalogueVersion();
    return words.text(
        "options.about",
        String.valueOf(option.detail().scenario().money().firstYear()),
        String.valueOf(option.detail().scenario().money().lastYear()),
        catalogue.substring(0, Math.min(12, catalogue.length())));
  }

  private static String titled(PlanSummary plan, Figures figures, Words words) {
    return words.text("ui.plan.card", plan.letter(), figures.name(plan));
  }

  private String name(String codes, Locale locale) {
    Set<String> names = new LinkedHashSet<>();
    for (String iso3 : codes.split(",")) {
      names.add(OverviewController.nameIn(reference.country(iso3).names(), locale));
    }
    return String.join(", ", names);
  }

  private Map<String, Object> shown(String iso3, OptionsSheet sheet, Locale locale) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("sheet", sheet);
    shown.put("iso3", iso3);
    shown.put("name", name(iso3, locale));
    shown.put("n", Figures.of(locale));
    return shown;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = OptionsController.class.getResourceAsStream("/templates/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
