package org.kiungo.planner.folder.progress;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * {@code progress.json}: what stands of a plan, against the plan. What stands is what a verifier
 * accepted; a site's people have service once its way to the network stands too. A link of which no
 * row tells does not.
 *
 * @param certificateSha256 hash of the plan's certificate, and so of its folder
 * @param asOf the latest date of a row that counts, ISO 8601; empty without any
 * @param files as-built files in the order in which they were read
 * @param total of the whole plan
 * @param money what is left of the budget
 * @param variance by district, phase, lot and payer, those of each by name
 * @param unitCosts learnt of what was paid
 * @param indicators one row a year
 * @param findings rows that were left out, and what else is to be told of rows
 * @param lots of which lot what is built is, where somebody cut the plan into lots
 * @param again what planning again gave; null where it was not asked for
 */
@RecordBuilder
public record ProgressReport(
    String certificateSha256,
    String asOf,
    List<BuiltFile> files,
    Variance total,
    Left money,
    List<Variance> variance,
    List<UnitCost> unitCosts,
    List<Indicator> indicators,
    List<Told> findings,
    List<LotOf> lots,
    Again again)
    implements ProgressReportBuilder.With {

  /** What variance is told by. */
  public static final String PLAN = "plan";

  public static final String DISTRICT = "district";
  public static final String PHASE = "phase";
  public static final String LOT = "lot";
  public static final String PAYER = "payer";

  public ProgressReport {
    files = List.copyOf(files);
    variance = List.copyOf(variance);
    unitCosts = List.copyOf(unitCosts);
    indicators = List.copyOf(indicators);
    findings = List.copyOf(findings);
    lots = List.copyOf(lots);
  }

  /** The year of {@link #asOf}; 0 where nothing is dated. */
  public int asOfYear() {
    return asOf.isEmpty() ? 0 : Integer.parseInt(asOf.substring(0, 4));
  }

  /**
   * An as-built file.
   *
   * @param name never a path
   * @param sha256 of its bytes
   * @param rows of data in it
   * @param taken rows that were matched to the plan
   * @param proofs photos and reports that came with them
   */
  public record BuiltFile(String name, String sha256, long rows, long taken, List<Proof> proofs) {

    /** A file of rows alone has no proofs. */
    public BuiltFile {
      proofs = proofs == null ? List.of() : List.copyOf(proofs);
    }
  }

  /**
   * A photo or a report that came with rows.
   *
   * @param name never a path; rows name it
   * @param sha256 of its bytes
   */
  public record Proof(String name, String sha256) {}

  /**
   * Planned against built, paid and counted. Money is what building costs first, USD to the cent,
   * and that of the groups of one kind adds up to the plan's; what a later phase adds to something
   * is in that phase and its lot. Of payers, what each has a part in is counted whole, money and
   * people by its share of the project.
   *
   * @param by what the group is one of
   * @param group district, number of the phase, lot or payer's letter; empty where there is none
   * @param sites planned
   * @param sitesDue of them by the end of the year told of
   * @param sitesAccepted that stand
   * @param sitesReported that their builders report and no verifier accepted
   * @param links planned
   * @param linksAccepted that a verifier accepted
   * @param partsOpen sites, links, terminals of places without a site and what later phases add
   *     that no verifier accepted
   * @param plannedUsd for all
   * @param plannedOfPaidUsd planned for what stands and has a price
   * @param paidUsd for that
   * @param claimedUsd asked for what nobody accepted
   * @param people planned
   * @param peopleDue of them by the end of the year told of
   * @param peopleStanding who have service from what stands
   * @param placesCounted sites, and places without one, that stand and at which people were counted
   * @param peopleCounted by operators or measurements; NaN where nobody counted
   */
  @RecordBuilder
  public record Variance(
      String by,
      String group,
      int sites,
      int sitesDue,
      int sitesAccepted,
      int sitesReported,
      int links,
      int linksAccepted,
      int partsOpen,
      double plannedUsd,
      double plannedOfPaidUsd,
      double paidUsd,
      double claimedUsd,
      double people,
      double peopleDue,
      double peopleStanding,
      int placesCounted,
      double peopleCounted)
      implements ProgressReportVarianceBuilder.With {}

  /**
   * What is left of a budget that caps lifetime cost.
   *
   * @param budgetUsd of the plan; NaN where it has none
   * @param standingUsd what the plan sets aside for what stands: building, replacing, running
   * @param beyondUsd paid more than planned for what stands, and for what was lost; less where it
   *     is below 0
   * @param leftUsd budget − standing − beyond, ≥ 0
   * @param waitingUsd of standing and beyond, what is for works that stand and serve nobody yet:
   *     the rest has it beside what is left, for it plans them again with the links they wait for
   */
  public record Left(
      double budgetUsd, double standingUsd, double beyondUsd, double leftUsd, double waitingUsd) {}

  /**
   * A price learnt, as a ratio to the catalogue's. Prior and evidence are normal in the logarithm:
   * prior mean 0, its 90 % interval as wide as that of the catalogue's range; evidence the ratios
   * paid over planned.
   *
   * @param by {@code technology} or {@code medium}
   * @param id of the catalogue
   * @param works that tell a price
   * @param plannedUsd each on average
   * @param paidUsd each on average
   * @param priorLowRatio lower end of the prior's 90 % interval
   * @param priorHighRatio upper end
   * @param ratio median of the posterior
   * @param lowRatio lower end of its 90 % interval
   * @param highRatio upper end
   */
  public record UnitCost(
      String by,
      String id,
      int works,
      double plannedUsd,
      double paidUsd,
      double priorLowRatio,
      double priorHighRatio,
      double ratio,
      double lowRatio,
      double highRatio) {}

  /**
   * People at the end of a year.
   *
   * @param year of the plan
   * @param population of all places
   * @param planned with service as planned, today's included
   * @param standing the same from what stands; NaN after the year told of
   * @param counted the same as counted; NaN after the year told of, and where nobody counted at
   *     something that stands
   * @param fibre10Planned people within 10 km of fibre as planned; NaN, as all that follow, where
   *     no source names any of today's
   * @param fibre25Planned within 25 km
   * @param fibre10Standing the first from what stands; NaN after the year told of
   * @param fibre25Standing the second likewise
   */
  public record Indicator(
      int year,
      double population,
      double planned,
      double standing,
      double counted,
      double fibre10Planned,
      double fibre25Planned,
      double fibre10Standing,
      double fibre25Standing) {}

  /**
   * Something to tell of a row.
   *
   * @param code of its sentence, {@code finding.<code>} in the bundles
   * @param leftOut true where the row is not used
   * @param file its file
   * @param row its number as the file counts
   * @param column empty where none is meant
   * @param found what stands there
   * @param expected what would do
   * @param place as the row names it, or where it lies
   */
  public record Told(
      String code,
      boolean leftOut,
      String file,
      long row,
      String column,
      String found,
      String expected,
      String place) {}

  /**
   * What is in a lot.
   *
   * @param id of the lot
   * @param signed true where a contract holds
   * @param members ids of sites, links and settlements; of a part of a settlement's people {@code
   *     id#k}, of what a later phase replaces {@code id#replaced}, of what one adds {@code
   *     id@phase}
   */
  public record LotOf(String id, boolean signed, List<String> members) {
    public LotOf {
      members = List.copyOf(members);
    }
  }

  /**
   * The rest planned anew.
   *
   * @param certificateSha256 hash of its certificate
   * @param fromYear first year in which something new may be built
   * @param budgetUsd that it has
   * @param moreUsd new money in it; below 0 what went
   * @param value of its objective
   * @param bound that no plan of the rest exceeds
   * @param gapRatio between them
   * @param sitesSigned of the plan that do not stand
   * @param sitesKept of them that it builds too
   * @param sitesDropped of them that it does not
   * @param sitesNew that only it builds
   * @param lotsChanged that hold a site it does not build
   * @param peopleSigned whom the rest of the plan serves
   * @param people whom it serves
   * @param finished sites that stand without their way to the network and that it finishes, those
   *     whose missing links were planned to cost least per person first
   * @param waiting the others of them, for which its money does not suffice, in the same order
   * @param contractsDropped sites under a contract that it does not build and has no money for: no
   *     second first mast is planned where one stands
   */
  public record Again(
      String certificateSha256,
      int fromYear,
      double budgetUsd,
      double moreUsd,
      double value,
      double bound,
      double gapRatio,
      int sitesSigned,
      int sitesKept,
      int sitesDropped,
      int sitesNew,
      int lotsChanged,
      double peopleSigned,
      double people,
      List<String> finished,
      List<String> waiting,
      List<String> contractsDropped) {

    public Again {
      finished = finished == null ? List.of() : List.copyOf(finished);
      waiting = waiting == null ? List.of() : List.copyOf(waiting);
      contractsDropped = contractsDropped == null ? List.of() : List.copyOf(contractsDropped);
    }

    /** The same with the hash of its certificate. */
    public Again withCertificateSha256(String sha256) {
      return new Again(
          sha256,
          fromYear,
          budgetUsd,
          moreUsd,
          value,
          bound,
          gapRatio,
          sitesSigned,
          sitesKept,
          sitesDropped,
          sitesNew,
          lotsChanged,
          peopleSigned,
          people,
          finished,
          waiting,
          contractsDropped);
    }
  }
}
