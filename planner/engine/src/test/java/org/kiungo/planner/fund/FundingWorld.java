package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.partner.Currency;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.Instrument;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.condition.AtLeast;
import org.kiungo.planner.partner.condition.ClosedAccess;
import org.kiungo.planner.partner.condition.CoFinance;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Countries;
import org.kiungo.planner.partner.condition.CountryStanding;
import org.kiungo.planner.partner.condition.Districts;
import org.kiungo.planner.partner.condition.GuaranteedBy;
import org.kiungo.planner.partner.condition.IncomeBelow;
import org.kiungo.planner.partner.condition.IncomeGroup;
import org.kiungo.planner.partner.condition.Layers;
import org.kiungo.planner.partner.condition.Media;
import org.kiungo.planner.partner.condition.MostShare;
import org.kiungo.planner.partner.condition.NotWith;
import org.kiungo.planner.partner.condition.OnlyWith;
import org.kiungo.planner.partner.condition.OpenAccess;
import org.kiungo.planner.partner.condition.OutsideDistricts;
import org.kiungo.planner.partner.condition.Technologies;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;

/** Programmes of a few cents, drawn at random. */
final class FundingWorld {

  private static final List<String> LETTERS = List.of("A", "B", "C", "G");
  private static final List<String> DISTRICTS = List.of("North", "South");

  private FundingWorld() {}

  static FundingQuestion draw(Random random) {
    int phases = 1 + random.nextInt(3);
    List<PhaseYears> years = new ArrayList<>();
    for (int t = 0; t < phases; t++) {
      years.add(new PhaseYears(2027 + 2 * t, 2028 + 2 * t));
    }
    List<Project> projects = new ArrayList<>();
    int number = 3 + random.nextInt(4);
    for (int p = 0; p < number; p++) {
      projects.add(project(p, projects, phases, random));
    }
    int paying = 2 + random.nextInt(2);
    boolean guarantee = random.nextInt(4) == 0;
    List<Partner> partners = new ArrayList<>();
    for (int k = 0; k < paying; k++) {
      partners.add(partner(k, paying, guarantee && k == 0, years, random));
    }
    if (guarantee) {
      partners.add(
          new Partner(
              "G",
              "Guarantor",
              Partner.Kind.DONOR,
              new Instrument(Instrument.Type.GUARANTEE, 0, 0, 0),
              Currency.USD,
              envelopes(years, random),
              true,
              List.of(),
              "",
              List.of()));
    }
    List<CountryStanding> countries =
        List.of(
            new CountryStanding("BEN", IncomeGroup.LOWER_MIDDLE, List.of("ECOWAS")),
            new CountryStanding("TGO", IncomeGroup.LOW, List.of()));
    return new FundingQuestion(projects, new Partnership(partners, countries), years, 0.4);
  }

  private static Project project(int p, List<Project> before, int phases, Random random) {
    TreeMap<Work, Long> works = new TreeMap<>();
    String district = DISTRICTS.get(random.nextInt(2));
    String country = random.nextInt(4) == 0 ? "TGO" : "BEN";
    int kinds = 1 + random.nextInt(3);
    for (int w = 0; w < kinds; w++) {
      NetworkLayer layer = NetworkLayer.values()[random.nextInt(3)];
      String equipment =
          layer == NetworkLayer.ACCESS
              ? List.of("4g", "geo").get(random.nextInt(2))
              : List.of("fibre", "microwave", "node").get(random.nextInt(3));
      works.put(new Work(layer, country, district, equipment), 1L + random.nextInt(5));
    }
    int phase = 1 + random.nextInt(phases);
    List<String> requires = new ArrayList<>();
    for (Project other : before) {
      if (other.phase() <= phase && random.nextInt(5) == 0) {
        requires.add(other.id());
      }
    }
    return project("p" + p, district, phase, random.nextInt(10), works, requires);
  }

  static Project project(
      String id,
      String district,
      int phase,
      double people,
      TreeMap<Work, Long> works,
      List<String> requires) {
    return new Project(
        id,
        id,
        Project.Kind.NETWORK,
        "BEN",
        district,
        phase,
        new LonLat(0, 0),
        people,
        0,
        works.values().stream().mapToLong(c -> c).sum(),
        works,
        new Project.Members(List.of(), List.of(), List.of(), List.of()),
        requires);
  }

  private static List<Envelope> envelopes(List<PhaseYears> years, Random random) {
    return years.stream()
        .map(y -> new Envelope(y.firstYear(), y.lastYear(), random.nextInt(12) / 100.0))
        .toList();
  }

  private static Partner partner(
      int k, int paying, boolean guaranteed, List<PhaseYears> years, Random random) {
    List<Condition> conditions = new ArrayList<>();
    int number = random.nextInt(4);
    for (int c = 0; c < number; c++) {
      conditions.add(condition(k, paying, random));
    }
    if (guaranteed) {
      conditions.add(new GuaranteedBy("G", List.of(0.25, 0.5, 1.0).get(random.nextInt(3))));
    }
    Instrument instrument =
        random.nextBoolean()
            ? Instrument.GRANT
            : new Instrument(Instrument.Type.LOAN, 0.0125, 30, 5);
    return new Partner(
        LETTERS.get(k),
        "Partner " + k,
        Partner.Kind.values()[random.nextInt(5)],
        instrument,
        Currency.USD,
        envelopes(years, random),
        random.nextInt(4) > 0,
        conditions,
        "",
        List.of());
  }

  private static Condition condition(int k, int paying, Random random) {
    List<String> another = List.of(LETTERS.get((k + 1 + random.nextInt(paying - 1)) % paying));
    List<String> district = List.of(DISTRICTS.get(random.nextInt(2)));
    return switch (random.nextInt(14)) {
      case 0 -> new Countries(List.of(random.nextBoolean() ? "BEN" : "TGO"));
      case 1 -> new IncomeBelow("lower-middle");
      case 2 -> new Districts(district);
      case 3 -> new OutsideDistricts(district);
      case 4 -> new Technologies(List.of("4g"));
      case 5 -> new Media(List.of("fibre"));
      case 6 -> new Layers(List.of("access", "backbone"));
      case 7 -> new OpenAccess();
      case 8 -> new ClosedAccess();
      case 9 -> new OnlyWith(another);
      case 10 -> new NotWith(another);
      case 11 -> new AtLeast((1 + random.nextInt(4)) / 100.0);
      case 12 -> new CoFinance(List.of(0.2, 0.5).get(random.nextInt(2)));
      default ->
          new MostShare(
              List.of(0.4, 0.5, 0.6, 0.8).get(random.nextInt(4)),
              random.nextBoolean() ? List.of() : district);
    };
  }
}
