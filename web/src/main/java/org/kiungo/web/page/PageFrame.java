package org.kiungo.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.kiungo.web.access.Member;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.figure.Mark;
import org.kiungo.web.plan.MapClass;
import org.kiungo.web.plan.file.PlanExports;
import org.kiungo.web.review.Reviews;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page needs: language, direction, number style and the boundary note. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {

  private static final List<String> EXPORTS = PlanExports.offered();

  private final String boundaryNote;
  private final Reviews reviews;
  private final SignedPlans signed;
  private final PageModules modules = new PageModules();

  /**
   * @param boundaryNote the operator's own sentence about boundaries, shown on every map in place
   *     of the built-in one; empty keeps the built-in one
   */
  PageFrame(
      @Value("${kiungo.map.boundary-note:}") String boundaryNote,
      Reviews reviews,
      SignedPlans signed) {
    this.signed = signed;
    this.boundaryNote = boundaryNote;
    this.reviews = reviews;
  }

  /** A language of the menu, what it is called there, and the address of this page in it. */
  record LanguageLink(String code, String name, String href) {}

  @ModelAttribute("exportFormats")
  List<String> exportFormats() {
    return EXPORTS;
  }

  /** The country that a page's address names, which the menu keeps; null for none. */
  @ModelAttribute("countryOfAddress")
  String countryOfAddress(HttpServletRequest request) {
    String iso3 = request.getParameter("country");
    return iso3 != null && iso3.matches("[A-Z]{3}") ? iso3 : null;
  }

  /** Of what is no plan. */
  @ModelAttribute("sheetFormats")
  List<String> sheetFormats() {
    return SheetFiles.formats();
  }

  @ModelAttribute("lang")
  String language(Locale locale) {
    return locale.getLanguage();
  }

  /**
   * What is to be known of the language of a page: that no speaker has reviewed it, or that it is
   * not the one asked for, which nobody has; null otherwise.
   */
  @ModelAttribute("languageNote")
  String languageNote(HttpServletRequest request, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    String asked = "GET".equals(request.getMethod()) ? request.getParameter("lang") : null;
    if (asked != null && asked.matches("[a-z]{2,3}") && !Languages.available().contains(asked)) {
      Locale missing = Locale.forLanguageTag(asked);
      return words.text("ui.language.none", missing.getDisplayLanguage(locale));
    }
    return words.draftNote();
  }

  /** Null where there are no accounts, and for nobody known. */
  @ModelAttribute("member")
  Member member() {
    return Member.current().orElse(null);
  }

  @ModelAttribute("may")
  May may() {
    return new May(member());
  }

  @ModelAttribute("dir")
  String direction(Locale locale) {
    return Words.in(locale.getLanguage()).direction();
  }

  @ModelAttribute("families")
  List<MapClass> families() {
    return MapClass.all();
  }

  @ModelAttribute("familiesVersion")
  String familiesVersion() {
    return MapClass.version();
  }

  @ModelAttribute("modules")
  PageModules modules() {
    return modules;
  }

  @ModelAttribute("n")
  Figures figures(Locale locale) {
    return Figures.of(locale);
  }

  /** What was decided of plans. */
  @ModelAttribute("reviewed")
  Reviews.Last reviewed() {
    return reviews.last();
  }

  /** Of which plans a plan is the rest. */
  @ModelAttribute("signed")
  SignedPlans signed() {
    return signed;
  }

  @ModelAttribute("mark")
  Mark mark() {
    return Mark.IN_TEMPLATES;
  }

  @ModelAttribute("boundaryNote")
  String boundaryNote(Locale locale) {
    return boundaryNote.isBlank()
        ? Words.in(locale.getLanguage()).text("ui.map.boundary-note")
        : boundaryNote;
  }

  @ModelAttribute("otherLanguages")
  List<LanguageLink> otherLanguages(HttpServletRequest request, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    Figures figures = Figures.of(locale);
    return Languages.available().stream()
        .filter(code -> !code.equals(locale.getLanguage()))
        .map(code -> new LanguageLink(code, label(code, words, figures), address(request, code)))
        .toList();
  }

  /** The language's own name, and how much of it is there if it is not whole. */
  private static String label(String code, Words words, Figures figures) {
    double ratio = Languages.translatedRatio(code);
    return ratio == 1
        ? ownName(code)
        : words.text("ui.language.partly", ownName(code), figures.percent(ratio));
  }

  private static String ownName(String code) {
    Locale own = Locale.forLanguageTag(code);
    String name = own.getDisplayLanguage(own);
    return name.substring(0, 1).toUpperCase(own) + name.substring(1);
  }

  private static String address(HttpServletRequest request, String code) {
    return UriComponentsBuilder.fromPath(request.getRequestURI())
        .query(request.getQueryString())
        .replaceQueryParam("lang", code)
        .build()
        .toUriString();
  }
}
