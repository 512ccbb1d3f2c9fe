package org.kiungo.planner.verify.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SiteSupply;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.finance.PublicCost;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.radio.RainZone;
import org.kiungo.planner.radio.Reach;
import org.kiungo.planner.radio.SightLine;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;
import org.kiungo.planner.verify.accounts.PublicTerms;
import org.kiungo.planner.verify.law.PlaceLaw;

/**
 * The planner's formulas and the checker's, written twice, give the same for thousands of inputs;
 * and a planner's formula that were wrong by a hundredth, a unit or a year would not.
 */
class SecondImplementationTest {

  private static final List<RandomInputs> DRAWN =
      LongStream.range(0, 2_000).mapToObj(RandomInputs::new).toList();

  /** Sums of dollars and kilometres, in another order. */
  private static final double NEAR_RATIO = 1e-11;

  /**
   * A formula.
   *
   * @param planner what the planner makes of the inputs
   * @param checker what the checker makes of them; the same, or as near as arithmetic is
   * @param wrong what a planner that is a little wrong would
   */
  record Formula(
      String name,
      Function<RandomInputs, Object> planner,
      Function<RandomInputs, Object> checker,
      Function<RandomInputs, Object> wrong) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Figure more(Figure figure, double factor) {
    return figure == null ? null : figure.times(factor);
  }

  private static Prices prices(RandomInputs in) {
    return new Prices(
        in.catalogue, in.money, load(in), in.rules, Map.of("BEN", in.economics), List.of("BEN"));
  }

  private static BusyHourLoad load(RandomInputs in) {
    return BusyHourLoad.of(in.standard, in.money, in.catalogue.volumes());
  }

  private static double people(RandomInputs in) {
    return Demand.people(in.place, in.technology, in.standard);
  }

  private static Settlement at(RandomInputs in) {
    return in.onTower ? null : in.place;
  }

  private static AssetCost site(RandomInputs in, PlanningProblem problem, AccessTechnology a) {
    AccessTechnology paid = problem.rules().at(at(in), a);
    SiteSupply supply = SiteEnergy.of(problem).at(at(in), paid);
    return AccessCost.site(paid, in.units, in.onTower, supply, problem.money());
  }

  private static AssetCost settlement(RandomInputs in, AccessTechnology a, Money money) {
    double people = people(in);
    return AccessCost.settlement(
        a, Demand.areaKm2(in.place, people), Demand.adopterHouseholds(people, in.standard), money);
  }

  private static Cost settlement(RandomInputs in, Prices prices) {
    double people = PeopleServed.builtFor(in.place, in.technology, in.standard);
    return prices
        .access()
        .settlement(
            in.technology, Coverage.areaKm2(in.place, people), people, load(in).households(people));
  }

  private static Money later(Money money) {
    return new Money(
        money.discountRateRatio(),
        money.firstYear(),
        money.lastYear() + 1,
        money.priceYear(),
        money.waiting());
  }

  private static int systems(RandomInputs in) {
    return LinkCost.systems(in.medium, in.bps / 1e6);
  }

  private static LinkPrice laid(RandomInputs in) {
    double factor = in.medium.routeFactor() == null ? 1 : in.medium.routeFactor().value();
    return new LinkPrice(in.medium, factor, true, in.medium.crossing());
  }

  private static Object reached(RandomInputs in, Function<Double, Object> then) {
    return LinkCost.reaches(in.medium, in.km) ? then.apply(in.km) : "too far";
  }

  private static BusyHour busyHour(RandomInputs in, ServiceStandard standard) {
    return new BusyHour(standard, in.money, in.catalogue);
  }

  private static long bps(double mbps) {
    return Math.round(mbps * 1e6);
  }

  private static Coverage coverage(RandomInputs in) {
    return new Coverage(List.of(in.technology));
  }

  private static long taken(RandomInputs in, AccessTechnology a) {
    return SiteUnits.taken(a, in.place, Demand.areaKm2(in.place, people(in)), in.bps);
  }

  private static String blocked(RandomInputs in, double antennaM) {
    double lengthKm = in.km + 1;
    return new GroundProfile(in.groundM).sight(lengthKm, antennaM, 30).name();
  }

  private static Prices marked(RandomInputs in) {
    return prices(in).marked(PublicTerms.of(List.of(in.economics), in.money));
  }

  private static PlanningProblem dear(RandomInputs in) {
    return PublicCost.of(in.problem).problem();
  }

  private static Object unlessWaiting(RandomInputs in, Function<RandomInputs, Object> then) {
    return in.money.waiting() == null ? then.apply(in) : "a row";
  }

  static Stream<Formula> formulas() {
    return Stream.of(
        new Formula(
            "upkeep",
            in -> PresentValue.upkeepYears(in.money),
            in -> Discounting.of(in.money).upkeep(),
            in -> PresentValue.upkeepYears(later(in.money))),
        new Formula(
            "purchases",
            in -> PresentValue.purchases(in.lifetimeYears, in.money),
            in -> Discounting.of(in.money).purchases(in.lifetimeYears),
            in -> PresentValue.purchases(in.lifetimeYears + 1, in.money)),
        new Formula(
            "cost of a settlement",
            in -> settlement(in, in.technology, in.money),
            in -> settlement(in, prices(in)),
            in ->
                settlement(
                    in,
                    in.technology.withAdopterCapexUsd(more(in.technology.adopterCapexUsd(), 1.01)),
                    in.money)),
        new Formula(
            "cost of a site and its energy",
            in -> site(in, in.problem, in.technology),
            in -> prices(in).access().unit(in.technology, at(in)).site(in.units, in.onTower),
            in ->
                site(
                    in,
                    in.problem,
                    in.technology.withSiteCapexUsd(more(in.technology.siteCapexUsd(), 1.01)))),
        new Formula(
            "supply of energy",
            in -> SiteEnergy.of(in.problem).at(at(in), in.technology).kind(),
            in -> prices(in).access().unit(in.technology, at(in)).supply(),
            in ->
                SiteEnergy.of(in.problem)
                    .at(at(in), in.technology.withPowerW(more(in.technology.powerW(), 1_000)))
                    .kind()),
        new Formula(
            "energy of a site by the kilowatt",
            in -> site(in, in.problem, in.technology),
            in -> prices(in).access().unit(in.technology, at(in)).site(in.units, in.onTower),
            in ->
                site(in, in.problem, in.technology.withPowerW(more(in.technology.powerW(), 1.01)))),
        new Formula(
            "cost of a link",
            in -> reached(in, km -> LinkCost.link(in.medium, km, systems(in), in.money)),
            in ->
                reached(
                    in,
                    km ->
                        laid(in)
                            .cost(km, LinkPrice.systems(in.medium, in.bps), prices(in).years())),
            in ->
                reached(
                    in,
                    km ->
                        LinkCost.link(in.medium.withCapexTimes(1.01), km, systems(in), in.money))),
        new Formula(
            "longest hop",
            in -> LinkCost.reaches(in.medium, in.km),
            in -> LinkPrice.reaches(in.medium, in.km),
            in -> LinkCost.reaches(in.medium, 1.5 * in.km)),
        new Formula(
            "round trip",
            in -> LinkCost.roundTripMs(in.medium, in.km),
            in -> laid(in).roundTripMs(in.km),
            in -> LinkCost.roundTripMs(in.medium, in.km) / 2),
        new Formula(
            "traffic beyond the nodes",
            in ->
                new TransitCost(busyHour(in, in.standard), in.money, in.catalogue)
                    .of(in.place, in.technology, in.bps),
            in -> prices(in).traffic().of(in.place, in.technology, in.bps),
            in ->
                new TransitCost(
                        busyHour(in, in.standard),
                        in.money,
                        in.catalogue.withTransit(
                            in.catalogue.transit().stream().map(p -> p.times(1.01)).toList()))
                    .of(in.place, in.technology, in.bps)),
        new Formula(
            "a node that is widened",
            in -> new NodeCost(in.catalogue, in.money).upgrade("BEN", 1_000_000, in.bps),
            in -> prices(in).traffic().widening("BEN", in.bps - 1_000_000),
            in -> new NodeCost(in.catalogue, in.money).upgrade("BEN", 2_000_000, in.bps)),
        new Formula(
            "load in the busy hour",
            in -> bps(busyHour(in, in.standard).mbps(in.place, people(in), in.technology)),
            in -> load(in).bps(in.place, people(in), in.technology),
            in ->
                bps(1.0001 * busyHour(in, in.standard).mbps(in.place, people(in), in.technology))),
        new Formula(
            "load of an earlier year",
            in ->
                bps(
                    busyHour(in, in.standard)
                        .sizedFor(2029)
                        .mbps(in.place, people(in), in.technology)),
            in -> load(in).sizedFor(2029).bps(in.place, people(in), in.technology),
            in ->
                bps(
                    busyHour(in, in.standard)
                        .sizedFor(2030)
                        .mbps(in.place, people(in), in.technology))),
        new Formula(
            "level of service",
            in -> Demand.status(in.technology.downlinkMbps().value(), in.km * 5, in.standard),
            in -> PeopleServed.level(in.technology.downlinkMbps().value(), in.km * 5, in.standard),
            in -> Demand.status(in.technology.downlinkMbps().value(), in.km * 6, in.standard)),
        new Formula(
            "people served to the standard",
            in -> Demand.gained(in.place, Status.STANDARD, in.standard),
            in -> PeopleServed.gained(in.place, Status.STANDARD, in.standard),
            in -> Demand.people(in.place, Status.STANDARD)),
        new Formula(
            "people served basically",
            in -> Demand.people(in.place, Status.BASIC),
            in -> PeopleServed.raised(in.place, Status.BASIC),
            in -> Demand.people(in.place, Status.STANDARD)),
        new Formula(
            "people served today",
            in -> Demand.served(in.place, in.standard),
            in -> PeopleServed.today(in.place, in.standard),
            in -> in.place.population() - in.place.unservedPopulation()),
        new Formula(
            "reach",
            in -> Reach.km(in.technology, in.place),
            in -> coverage(in).reachKm(in.technology, in.place),
            in -> 1.05 * Reach.km(in.technology, in.place)),
        new Formula(
            "cell",
            in -> Reach.cellKm2(Reach.km(in.technology, in.place)),
            in -> coverage(in).cellKm2(in.technology, in.place),
            in -> Math.PI * StrictMath.pow(Reach.km(in.technology, in.place), 2)),
        new Formula(
            "billionths of units",
            in -> taken(in, in.technology),
            in ->
                coverage(in)
                    .taken(in.technology, in.place, Coverage.areaKm2(in.place, people(in)), in.bps),
            in ->
                taken(
                    in,
                    in.technology.withSiteCapacityMbps(
                        more(in.technology.siteCapacityMbps(), 0.99)))),
        new Formula(
            "units, masts and hops between them",
            in ->
                SiteUnits.units(taken(in, in.technology))
                    + " on "
                    + AccessCost.masts(in.technology, in.units)
                    + " joined by "
                    + AccessCost.hopsBetweenMasts(in.technology, in.units),
            in ->
                Coverage.units(taken(in, in.technology))
                    + " on "
                    + UnitPrice.masts(in.technology, in.units)
                    + " joined by "
                    + UnitPrice.hopsBetweenMasts(in.technology, in.units),
            in ->
                SiteUnits.units(taken(in, in.technology))
                    + " on "
                    + AccessCost.masts(in.technology, in.units + 1)
                    + " joined by "
                    + AccessCost.hopsBetweenMasts(in.technology, in.units + 1)),
        new Formula(
            "room for units",
            in -> SiteUnits.haveRoom(in.technology, 0.7, taken(in, in.technology)),
            in -> Coverage.hasRoom(in.technology, 0.7, taken(in, in.technology)),
            in -> SiteUnits.haveRoom(in.technology, 2, taken(in, in.technology))),
        new Formula(
            "who sees a mast",
            in -> SightParts.seenRatio(in.technology, in.place),
            in -> Coverage.seenRatio(in.technology, in.place),
            in -> SightParts.seenRatio(in.technology, in.place.withPopulation(60))),
        new Formula(
            "a part of a place",
            in -> SightParts.share(in.place, 0.3),
            in -> Coverage.part(in.place, 0.3),
            in -> SightParts.share(in.place, 0.31)),
        new Formula(
            "a beam",
            in -> bps(BeamCell.of(in.place.location()).mbps(in.technology, in.money)),
            in -> SatelliteBeam.of(in.place.location()).bps(in.technology, in.money),
            in ->
                bps(BeamCell.of(in.place.location()).mbps(in.technology, later(in.money)) * 1.001)),
        new Formula(
            "line of sight",
            in -> blocked(in, 30),
            in -> RadioPath.sight(in.groundM, in.km + 1, 30, 30),
            in -> blocked(in, 25)),
        new Formula(
            "clearance",
            in ->
                SightLine.highestObstacleM(
                    50, 80, in.km + 0.1, 3, GroundProfile.frequencyGhz(in.km + 3.1)),
            in -> -RadioPath.intrusionM(in.km + 3.1, 50, 80, in.km + 0.1, 0),
            in -> SightLine.highestObstacleM(50, 80, in.km + 0.1, 3, 10)),
        new Formula(
            "rain",
            in -> RainZone.of(RainZone.harder(in.km * 3, in.units * 10)).maxHopKm(),
            in -> RadioPath.longestKm(RadioPath.harderMmPerHour(in.km * 3, in.units * 10)),
            in -> RainZone.of(in.km * 3).maxHopKm()),
        new Formula(
            "weight of a place",
            in -> in.rules.weightRatio(in.place),
            in -> PlaceLaw.weight(in.rules, in.place),
            in -> in.rules.weightRatio(in.place.withAreaKm2(100))),
        new Formula(
            "obligation",
            in -> in.rules.obliges(in.place),
            in -> PlaceLaw.obliges(in.rules, in.place),
            in -> in.rules.obliges(in.place.withPopulation(2 * in.place.population()))),
        new Formula(
            "whole cents of a budget",
            in -> Money.wholeCents(in.bps / 1_000 / 100.0),
            in -> Cost.within(in.bps / 1_000 / 100.0),
            in -> Money.wholeCents(in.bps / 1_000 / 100.0 + 0.01)),
        new Formula(
            "public money of a settlement",
            in ->
                unlessWaiting(
                    in,
                    x ->
                        settlement(x, dear(x).catalogue().technologies().get(0), x.money)
                            .lifetimeCents()),
            in -> unlessWaiting(in, x -> settlement(x, marked(x)).lifetimeCents()),
            in -> unlessWaiting(in, x -> settlement(x, x.technology, x.money).lifetimeCents())),
        new Formula(
            "public money of a site",
            in ->
                unlessWaiting(
                    in,
                    x ->
                        site(x, dear(x), dear(x).catalogue().technologies().get(0))
                            .lifetimeCents()),
            in ->
                unlessWaiting(
                    in,
                    x ->
                        marked(x)
                            .access()
                            .unit(x.technology, at(x))
                            .site(x.units, x.onTower)
                            .lifetimeCents()),
            in -> unlessWaiting(in, x -> site(x, x.problem, x.technology).lifetimeCents())),
        new Formula(
            "public money of a link",
            in ->
                unlessWaiting(
                    in,
                    x ->
                        reached(
                            x,
                            km ->
                                LinkCost.link(
                                        dear(x).catalogue().media().get(0).withCrossing(null),
                                        km,
                                        systems(x),
                                        x.money)
                                    .lifetimeCents())),
            in ->
                unlessWaiting(
                    in,
                    x ->
                        reached(
                            x,
                            km ->
                                new LinkPrice(x.medium, laid(x).routeFactor(), true, null)
                                    .cost(km, systems(x), marked(x).years())
                                    .lifetimeCents())),
            in ->
                unlessWaiting(
                    in,
                    x ->
                        reached(
                            x,
                            km ->
                                LinkCost.link(x.medium.withCrossing(null), km, systems(x), x.money)
                                    .lifetimeCents()))),
        new Formula(
            "revenue that is forgone",
            in -> unlessWaiting(in, x -> PublicCost.of(x.problem).revenueCents()[0]),
            in ->
                unlessWaiting(
                    in, x -> PublicTerms.forgoneCents(x.place, x.economics, load(x), x.money)),
            in ->
                unlessWaiting(
                    in,
                    x ->
                        PublicCost.of(x.problem.withTerms(x.standard, later(x.money)))
                            .revenueCents()[0])));
  }

  private static boolean same(Object planner, Object checker) {
    if (planner instanceof AssetCost cost && checker instanceof Cost own) {
      return own.isAbout(cost.capexUsd(), cost.opexUsdPerYear(), cost.lifetimeUsd());
    }
    if (planner instanceof Double one && checker instanceof Double other) {
      double apart = Math.abs(one - other);
      return one.equals(other) || apart <= NEAR_RATIO * Math.max(1, Math.abs(one));
    }
    if (planner instanceof Settlement one && checker instanceof Settlement other) {
      return one.equals(other);
    }
    return Objects.equals(planner, checker);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void bothGiveTheSameAndAWrongOneWouldNot(Formula formula) {
    int wrong = 0;
    for (RandomInputs in : DRAWN) {
      Object planner = formula.planner().apply(in);
      Object checker = formula.checker().apply(in);
      assertThat(same(planner, checker))
          .as("seed %d: planner %s, checker %s", in.seed, planner, checker)
          .isTrue();
      wrong += same(formula.wrong().apply(in), checker) ? 0 : 1;
    }
    assertThat(wrong).as("inputs that tell the wrong one").isGreaterThan(DRAWN.size() / 100);
  }
}
