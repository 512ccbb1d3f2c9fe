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
import org.kiungo.planner.partner.condition.CoFinance;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Layers;
import org.kiungo.planner.partner.condition.Media;
import org.kiungo.planner.partner.condition.MostShare;
import org.kiungo.planner.partner.condition.NotWith;
import org.kiungo.planner.partner.condition.OnlyWith;
import org.kiungo.planner.partner.condition.OutsideDistricts;
import org.kiungo.planner.partner.condition.Technologies;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;

/**
 * Projects of uneven size in twelve districts, an eighth of them corridors that half of the others
 * require, and six partners with three fifths of the money, each under conditions of its own.
 */
final class LargeProgramme {

  private static final List<String> COAST = List.of("D0", "D1", "D2");
  private static final String[] LETTERS = {"E", "I", "U", "O", "A", "M"};
  private static final double[] MONEY = {0.08, 0.17, 0.08, 0.14, 0.08, 0.05};

  private LargeProgramme() {}

  static FundingQuestion draw(int number, int phases, long seed) {
    Random random = new Random(seed);
    List<PhaseYears> years = new ArrayList<>();
    for (int t = 0; t < phases; t++) {
      years.add(new PhaseYears(2027 + 2 * t, 2028 + 2 * t));
    }
    List<Project> projects = new ArrayList<>();
    for (int p = 0; p < number; p++) {
      projects.add(project(p, number / 8, phases, projects, random));
    }
    double usd = projects.stream().mapToDouble(Project::costUsd).sum();
    List<Partner> partners = new ArrayList<>();
    for (int k = 0; k < LETTERS.length; k++) {
      List<Envelope> envelopes = new ArrayList<>();
      for (PhaseYears each : years) {
        double amount = Math.rint(usd * MONEY[k] / phases);
        envelopes.add(new Envelope(each.firstYear(), each.lastYear(), amount));
      }
      partners.add(
          new Partner(
              LETTERS[k],
              LETTERS[k],
              Partner.Kind.DONOR,
              instrument(k),
              Currency.USD,
              envelopes,
              true,
              conditions(k),
              "",
              List.of()));
    }
    return new FundingQuestion(projects, new Partnership(partners, List.of()), years, 0.4);
  }

  private static Project project(
      int p, int corridors, int phases, List<Project> before, Random random) {
    boolean corridor = p < corridors;
    String district = "D" + random.nextInt(12);
    String medium = random.nextBoolean() ? "fibre" : "microwave";
    double cents = 2e8 * Math.exp(0.8 * random.nextGaussian());
    int phase = 1 + random.nextInt(phases);
    TreeMap<Work, Long> works = new TreeMap<>();
    List<String> requires = new ArrayList<>();
    if (corridor) {
      works.put(new Work(NetworkLayer.BACKBONE, "BEN", district, medium), Math.round(0.6 * cents));
    } else {
      String technology = random.nextInt(3) > 0 ? "4g" : "geo";
      works.put(new Work(NetworkLayer.ACCESS, "BEN", district, technology), Math.round(cents));
      works.put(
          new Work(NetworkLayer.BACKHAUL, "BEN", district, medium),
          1 + Math.round(0.6 * cents * random.nextDouble()));
      Project other = before.get(random.nextInt(corridors));
      if (random.nextBoolean() && other.phase() <= phase) {
        requires.add(other.id());
      }
    }
    double people = Math.rint(cents / 6000 * Math.exp(0.4 * random.nextGaussian()));
    return new Project(
        "p" + p,
        "p" + p,
        corridor ? Project.Kind.CORRIDOR : Project.Kind.NETWORK,
        "BEN",
        corridor ? "" : district,
        phase,
        new LonLat(0, 0),
        corridor ? 0 : people,
        0,
        works.values().stream().mapToLong(c -> c).sum(),
        works,
        new Project.Members(List.of(), List.of(), List.of(), List.of()),
        requires);
  }

  private static Instrument instrument(int k) {
    return switch (k) {
      case 1 -> new Instrument(Instrument.Type.LOAN, 0.0125, 30, 5);
      case 3 -> new Instrument(Instrument.Type.EQUITY, 0.12, 0, 0);
      default -> Instrument.GRANT;
    };
  }

  private static List<Condition> conditions(int k) {
    return switch (k) {
      case 0 ->
          List.of(
              new Layers(List.of("backhaul", "backbone")),
              new Media(List.of("fibre")),
              new MostShare(0.6, List.of()),
              new OnlyWith(List.of("U", "O", "M")));
      case 1 -> List.of(new MostShare(0.8, List.of()), new AtLeast(200_000));
      case 2 -> List.of(new OutsideDistricts(COAST), new MostShare(0.7, List.of()));
      case 3 -> List.of(new MostShare(0.4, COAST), new AtLeast(100_000));
      case 4 ->
          List.of(new Technologies(List.of("4g")), new CoFinance(0.5), new NotWith(List.of("I")));
      default -> List.of(new MostShare(0.3, List.of()));
    };
  }
}
