package org.kiungo.web.page.brief;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.DistrictOrigin;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.demand.UseByYear;
import org.kiungo.planner.explain.AssumedShare;
import org.kiungo.planner.explain.BuiltWorks;
import org.kiungo.planner.explain.CostRange;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.CoverageLine;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.OverviewController;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.page.WorksTable;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanDetail.MediumShare;
import org.kiungo.web.policy.Readiness;
import org.kiungo.web.progress.RestOf;
import org.locationtech.jts.geom.Geometry;

/** What a donor reads of a plan: everything that the template {@code brief} shows. */
final class Brief {

  private static final int DISTRICTS_SHOWN = 6;

  private Brief() {}

  /**
   * @param payers null where nobody settled who pays
   * @param doubt what the plan loses in futures; null where no study is kept that may be told
   * @param money null for a plan made before plans had accounts
   * @return the template's variables by name
   */
  static Map<String, Object> of(
      PlanDetail detail,
      PlanFolder folder,
      PlanMoney money,
      BriefPayers payers,
      Doubts.Told doubt,
      Reference reference,
      Locale locale) {
    List<String> countries = detail.scenario().countries();
    PlanView view = new PlanView(detail);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("p", view);
    shown.put("iso3", countries.get(0));
    shown.put("name", names(countries, reference, locale));
    shown.put("map", new BriefMap(folder, outline(countries, reference)));
    List<DistrictLeft> left = DistrictLeft.of(view.belowStandard(), view.districts());
    int most = Math.min(DISTRICTS_SHOWN, left.size());
    shown.put("districts", left.subList(0, most));
    shown.put("districtsMore", left.size() - most);
    shown.put(
        "districtsMorePeople",
        left.subList(most, left.size()).stream().mapToDouble(DistrictLeft::belowStandard).sum());
    shown.put("oldDistricts", oldDistricts(countries, reference, locale));
    shown.put("finance", money);
    shown.put("payers", payers);
    Words words = Words.in(locale.getLanguage());
    double worksUsd = detail.totals().lifetimeCostUsd();
    shown.put("bill", BriefPayers.bill(payers, money, worksUsd, words));
    shown.put("billFigure", BriefPayers.billFigure(payers, money));
    shown.put("programme", folder.plan().programme());
    // a brief never changes: memberships are those at the end of its price year
    LocalDate then = LocalDate.of(detail.scenario().money().priceYear(), 12, 31);
    shown.put("readiness", countries.stream().map(c -> Readiness.of(reference, c, then)).toList());
    PlanningProblem facts = ScenarioFacts.of(folder.problem(), folder.scenario());
    shown.put("range", CostRange.of(folder.counted(), folder.plan()));
    shown.put("use", UseByYear.of(facts, folder.plan()));
    AssumedShare assumed = AssumedShare.of(folder.problem(), folder.plan());
    shown.put("assumed", assumed);
    double modelledRatio = modelledRatio(folder.problem().settlements());
    shown.put("modelledRatio", modelledRatio);
    int hops = detail.byMedium().stream().mapToInt(MediumShare::unverifiedLinks).sum();
    shown.put("unverifiedHops", hops);
    Figures figures = Figures.of(locale);
    shown.put("choices", BriefChoices.of(detail.scenario(), figures, words));
    List<CoverageLine> coverage = CoverageLine.of(folder, reference, locale);
    shown.put("coverage", coverage);
    List<BuiltWorks.Work> works = BuiltWorks.of(facts, folder.plan());
    shown.put("built", WorksTable.of(works, words));
    shown.put(
        "answers",
        DonorAnswers.of(
            new DonorAnswers.Told(
                view, money, payers, works, left, doubt, coverage, assumed, modelledRatio, hops),
            words));
    shown.put("restOf", RestOf.of(detail.inputs(), words));
    shown.put("n", figures);
    return shown;
  }

  private static String names(List<String> countries, Reference reference, Locale locale) {
    return countries.stream()
        .map(iso3 -> OverviewController.nameIn(reference.country(iso3).names(), locale))
        .collect(Collectors.joining(", "));
  }

  /** Countries whose districts are older than those they have, by name. */
  private static Map<String, DistrictOrigin> oldDistricts(
      List<String> countries, Reference reference, Locale locale) {
    Map<String, DistrictOrigin> old = new LinkedHashMap<>();
    for (String iso3 : countries) {
      DistrictOrigin origin = reference.districtOrigin(iso3);
      if (!origin.current()) {
        old.put(OverviewController.nameIn(reference.country(iso3).names(), locale), origin);
      }
    }
    return old;
  }

  private static Geometry outline(List<String> countries, Reference reference) {
    List<Geometry> outlines = countries.stream().map(reference::outline).toList();
    return outlines.get(0).getFactory().buildGeometry(outlines);
  }

  /** Share of people whose place or number is modelled rather than counted. */
  private static double modelledRatio(List<Settlement> settlements) {
    double all = 0;
    double modelled = 0;
    for (Settlement each : settlements) {
      if (each.population() > 0) {
        all += each.population();
        modelled += each.modelled() ? each.population() : 0;
      }
    }
    return all > 0 ? modelled / all : Double.NaN;
  }
}
