package org.kiungo.geodata.reference.people;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.geodata.reference.people.Oracles.Count;

/** The page of accuracy, measured anew. */
final class AccuracyPage {

  private static final double HALF_DEGREE = 0.5;
  private static final double FIVE_MINUTES = 1 / 12.0;
  private static final Reference REFERENCE = Reference.builtIn();
  private static final People PEOPLE = REFERENCE.people();

  private final StringBuilder page = new StringBuilder();
  private final double[] outside = new double[3];

  private AccuracyPage() {}

  static String measured() throws IOException {
    AccuracyPage page = new AccuracyPage();
    page.people();
    page.livedOn();
    page.inside();
    page.coverage();
    page.roads();
    page.corrected();
    return page.page.toString();
  }

  private void line(String text, Object... values) {
    page.append(String.format(Locale.ROOT, text, values)).append('\n');
  }

  private void people() {
    line(
        """
        # How true the built-in people and their coverage are

        Measured by `AccuracyTest`, which also sees that this page says what it measures:

        ```bash
        mvn -pl geodata -am test -Dtest=AccuracyTest -Dsurefire.failIfNoSpecifiedTests=false
        ```

        with the test data at `KIUNGO_DATA`; `-Dkiungo.write=true` writes the page anew.

        ## People in the wrong cell

        Share of people who would have to move to another cell, both sides scaled to the same \
        total. Cells of 30′ (about 55 km) and 5′ (about 9 km), counted from 0° N 0° E. *Before* \
        is a lattice of hexagons weighed by named places, which the grid replaced.

        | country | measured against | 30′ before | 30′ | 5′ before | 5′ |
        |---|---|---|---|---|---|\
        """);
    for (Oracle oracle : Oracle.values()) {
      List<Count> truth = oracle.counts();
      List<Count> model = Oracles.model(oracle.country, PEOPLE);
      line(
          "| %s | %s | %.1f %% | %.1f %% | %s |",
          name(oracle.country),
          oracle.words,
          oracle.halfDegreeBefore,
          100 * Oracles.misplaced(truth, model, HALF_DEGREE),
          Double.isNaN(oracle.fiveMinutesBefore)
              ? "– | –"
              : String.format(
                  Locale.ROOT,
                  "%.1f %% | %.1f %%",
                  oracle.fiveMinutesBefore,
                  100 * Oracles.misplaced(truth, model, FIVE_MINUTES)));
    }
    line(
        """

        **Kenya** has no grid that is whole and wholly independent. The 1/6° raster holds all Kenyans, \
        but descends from the same census and school as the grid used here, another release of it. \
        AfriPop 2010 (Linard et al. 2012, the 1 km raster `data/kenya.RData` of SEEG-Oxford/movement), \
        of another year and model, was measured once: 6.4 %% at 30′ and 14.3 %% at 5′, before 21.8 %% and \
        42.0 %%. The clusters are made otherwise, but hold 34.1 M of Kenya's people, those of dense \
        places of 2015: whoever lives elsewhere counts as misplaced. They are %.1f %% away from the \
        raster at 30′, and the population grid alone, without names or counts, is 13.6 %% away from \
        them at 30′ and 31.7 %% at 5′: two maps of all Kenyans, made apart, miss them by as much as \
        the built-in people. Nothing was tuned to any of them.

        **Djibouti**: the grid alone is 13.3 %% away at 30′, farther than the lattice was: its \
        model spreads the people of a desert country over the desert, while they live in a few \
        towns. Two things avoid that everywhere. A count beats the model: what a town of GeoNames \
        lacks within 10 km moves to it from within 50 km. And inside each first-level area, whose \
        sum rests on a census, people are weighed by how near they are to a named place, a health \
        site or a road, w = 1 / (1 + (d / 10 km)²). Both apply to \
        all countries alike. Tried against the oracles and dropped: weighing dense cells \
        up to the published urban share (Djibouti 13.8 %%), and the same weights over a whole \
        country instead of each area (Djibouti 8.4 %%, Benin 9.7 %%, Lesotho 7.5 %%). At 5′ \
        Djibouti is dominated by where its one city's point lies, two kilometres from the \
        oracle's and across the edge of a cell.
        """,
        100
            * Oracles.misplaced(
                Oracle.KENYA.counts(), Oracle.KENYA_CLUSTERS.counts(), HALF_DEGREE));
  }

  private void livedOn() {
    line(
        """
        ## Ground lived on

        What is paid by the square kilometre, a fibre before each home, is laid over the part of \
        a place's land that is lived on: squares of half a minute (about 0.9 km) with at least \
        %d people per km². Its share is taken by the density of the whole, from Benin and Lesotho; \
        low are the outlines of settlements that openelec draws for Lesotho and Kenya, high is a \
        cascade of gamma shares fitted to how people crowd in all three. Masts reach for all of \
        the land, so that nobody is served who may live out of reach.

        | measured against | people per km² | cells of 5′ | measured | taken | low – high |
        |---|---|---|---|---|---|\
        """,
        InhabitedGround.PEOPLE_PER_KM2);
    for (Oracle oracle : List.of(Oracle.BENIN, Oracle.LESOTHO, Oracle.DJIBOUTI)) {
      for (LivedOn each : LivedOn.of(oracle.counts()).values()) {
        double density = each.peoplePerKm2();
        line(
            "| %s, %s | %.0f | %d | %.0f %% | %.0f %% | %.0f – %.0f %% |",
            name(oracle.country),
            oracle.words,
            density,
            each.cells(),
            100 * each.ratio(),
            100 * InhabitedGround.ratio(density),
            100 * InhabitedGround.lowRatio(density),
            100 * InhabitedGround.highRatio(density));
      }
    }
    line("");
  }

  private void inside() {
    line(
        """
        ## What is inside a place

        With `--inside modelled` a built-in place is planned in parts of some two kilometres. Cells \
        of 5′ with their true people, cut into 16 blocks (about 2.3 km): people of the fullest \
        block, and of the blocks whose middles lie within 3 and 5 km of its own; the number of \
        blocks with at least 50 people; and the people in the wrong block by the parts, if all \
        were spread evenly, and if all lived at one point in the middle.

        | measured against | people per km² from | cells of 5′ | fullest block: measured, parts | \
        3 km | 5 km | blocks | wrong block: parts | evenly | one point |
        |---|---|---|---|---|---|---|---|---|---|\
        """);
    for (Oracle oracle : List.of(Oracle.BENIN, Oracle.LESOTHO, Oracle.KENYA_CLUSTERS)) {
      Crowding.of(oracle.counts())
          .forEach(
              (from, each) ->
                  line(
                      "| %s, %s | %d | %d | %.0f, %.0f %% | %.0f, %.0f %% | %.0f, %.0f %% "
                          + "| %.1f, %.1f | %.0f %% | %.0f %% | %.0f %% |",
                      name(oracle.country),
                      oracle.words,
                      from,
                      each.cells(),
                      100 * each.measured().fullest(),
                      100 * each.modelled().fullest(),
                      100 * each.measured().nearKm3(),
                      100 * each.modelled().nearKm3(),
                      100 * each.measured().nearKm5(),
                      100 * each.modelled().nearKm5(),
                      each.measured().blocks(),
                      each.modelled().blocks(),
                      100 * each.misplaced(),
                      100 * each.evenly(),
                      100 * each.atOnePoint()));
    }
    line(
        """

        Parts tell how people crowd, a little less than is measured where they crowd most, and not \
        where they do: chance puts more people into the wrong block than an even spread would, \
        fewer than one point. Masts among them stand as far apart as they have to; where each \
        stands is to be surveyed.
        """);
  }

  private static String name(String country) {
    return REFERENCE.country(country).name("en");
  }

  private void coverage() throws IOException {
    Map<String, CSVRecord> prototype =
        CsvTable.rows(Files.newInputStream(TestData.path("validation/brownfield/prototype_54.csv")))
            .stream()
            .collect(Collectors.toMap(r -> r.get("iso"), r -> r));
    StringBuilder rows = new StringBuilder();
    for (CountryFacts country : REFERENCE.countries()) {
      rows.append(coverageRow(country, prototype.get(country.iso3())));
    }
    line(
        """
        ## Who has 4G

        Masts are placed until those they reach are the published share (SDG indicator 9.c.1). \
        Places are taken in the order of s = ln(people within 5 km / 78.5 km² + 0.1) − \
        min(roadKm, 100) / 20; whichever no mast reaches yet gets one, which covers all within \
        8 km, the reach of the catalogue's 4G macro site. A place is covered or not; the last \
        mast covers a part of its people, so that sums are exact. Low and high are the \
        share ± 10 points, because ITU and GSMA differ by more in 15 of 51 countries, and reach to \
        what GSMA says of 2024 where that lies further off (19 countries): the same masts, fewer \
        or more of them. 5 km, 20 km and 100 km are assumptions, and so is the order: real \
        networks follow it less strictly, so that the edge of coverage is too sharp here. \
        **%.0f M people of the 54 countries are outside 4G, between %.0f M \
        and %.0f M**; an earlier sketch, on cells instead of places, said 540 M. \
        The Comoros, Cape Verde, Mauritius, São Tomé and Príncipe and the Seychelles have no road \
        in the data: there the road is left out of s, and people alone decide. *Masts* counts those \
        with at least half of their people covered: plans reuse them.

        | country | year | published | modelled | low – high | masts | outside, M | low – high, M | sketch, M | speaks against the report |
        |---|---|---|---|---|---|---|---|---|---|\
        """,
        outside[1], outside[0], outside[2]);
    page.append(rows).append('\n');
  }

  private String coverageRow(CountryFacts country, CSVRecord prototype) {
    CoverageToday today = PEOPLE.coverage(country.iso3());
    double all = 0;
    double[] covered = new double[3];
    int masts = 0;
    for (PlaceCoverage each : PEOPLE.covered(country.iso3())) {
      double people = each.place().population();
      all += people;
      covered[0] += people * each.low();
      covered[1] += people * each.ratio();
      covered[2] += people * each.high();
      masts += each.mast() && each.ratio() >= 0.5 ? 1 : 0;
    }
    for (int k = 0; k < 3; k++) {
      outside[k] += (all - covered[2 - k]) / 1e6;
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f %% | %.1f %% | %.1f – %.1f %% | %,d | %.2f | %.2f – %.2f | %s | %s |\n",
        country.name("en"),
        today.year(),
        100 * today.ratio(),
        100 * covered[1] / all,
        100 * covered[0] / all,
        100 * covered[2] / all,
        masts,
        (all - covered[1]) / 1e6,
        (all - covered[2]) / 1e6,
        (all - covered[0]) / 1e6,
        prototype.get("uncovered_M"),
        oddity(today));
  }

  private static String oddity(CoverageToday today) {
    String beside =
        today.other() == null
            ? ""
            : String.format(
                Locale.ROOT,
                "%.0f %% in %d by another",
                100 * today.other().ratio(),
                today.other().year());
    String own = own(today);
    return own + (own.isEmpty() || beside.isEmpty() ? "" : "; ") + beside;
  }

  private static String own(CoverageToday today) {
    String other =
        String.format(Locale.ROOT, "%.1f %% in %d", 100 * today.oddRatio(), today.oddYear());
    return switch (today.oddity()) {
      case NONE -> "";
      case ZERO -> "nobody, beside 3G";
      case TINY -> "hardly anybody, beside 3G";
      case FELL -> "was " + other;
      case LEAPT -> "was " + other;
      case REPEATED -> "the same since " + today.oddYear();
    };
  }

  private void roads() {
    double all = 0;
    double near = 0;
    for (CountryFacts country : REFERENCE.countries()) {
      for (InhabitedPlace place : PEOPLE.places(country.iso3())) {
        if (!Double.isNaN(place.roadKm())) {
          all += place.population();
          near += place.roadKm() <= 5 ? place.population() : 0;
        }
      }
    }
    line(
        """
        ## How far the road is

        Kilometres on the ellipsoid to the nearest road of Natural Earth at 1:10 million, which \
        holds main roads only and misses those of Djibouti City; %.0f %% of the people live within \
        5 km of one. OnSSET measured to all roads. Half of the people \
        live nearer than:

        | country | ours | OnSSET |
        |---|---|---|\
        """,
        100 * near / all);
    for (Oracle oracle : List.of(Oracle.BENIN, Oracle.DJIBOUTI)) {
      line(
          "| %s | %.1f km | %.1f km |",
          name(oracle.country),
          Oracles.medianRoadKm(Oracles.model(oracle.country, PEOPLE)),
          Oracles.medianRoadKm(oracle.counts()));
    }
    line("");
  }

  private void corrected() {
    List<CorrectedPlace> places = new ArrayList<>(PEOPLE.corrected());
    places.sort(Comparator.comparingLong(CorrectedPlace::claimed).reversed());
    line(
        """
        ## Places that claim more than is there

        %d places to which GeoNames gives more than three times the people of the grid within 10 \
        km. Some name their county's people (Kakamega), some a whole agglomeration (Lagos, whose \
        other cells keep their own people), and of some the grid does not see the town \
        (Port-Gentil): the grid's figure is taken for all of them, so that such towns are too \
        small here. Capitals alone keep their count. All are in `people/corrected_places.csv` of the reference data; \
        the twenty largest claims:

        | place | GeoNames | grid within 10 km | taken |
        |---|---|---|---|\
        """,
        places.size());
    for (CorrectedPlace p : places.subList(0, 20)) {
      line(
          "| %s, %s | %,d | %,d | %,d |",
          p.name(), name(p.country()), p.claimed(), p.around(), p.given());
    }
  }
}
