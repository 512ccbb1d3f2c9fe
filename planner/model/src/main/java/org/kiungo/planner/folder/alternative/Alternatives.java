package org.kiungo.planner.folder.alternative;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * {@code alternatives.json}: other plans of a plan's question that count nearly as many people, as
 * unlike it and one another as were found; and what the question cannot do without. A place is
 * served where a plan brings somebody there to service. The likeness of two plans is Jaccard's:
 * places that both serve over places that either does.
 *
 * @param withinRatio share of the plan's value that an alternative may miss, 0–1
 * @param count alternatives that were asked for; fewer stand here where no more were found
 * @param steps moves that local search may try in each search
 * @param base the plan itself
 * @param alternatives the least like all before first; {@code plans/01} is the first
 * @param needs every technology, then every medium that the plan uses
 * @param places how many are in how many plans
 * @param room what of the plan is left in the alternative that keeps least of it
 * @param apart how many are unlike the plan and one another
 */
@RecordBuilder
public record Alternatives(
    double withinRatio,
    int count,
    long steps,
    Base base,
    List<Alternative> alternatives,
    List<Need> needs,
    Places places,
    Room room,
    Apart apart)
    implements AlternativesBuilder.With {

  /** Two plans more alike than this are not counted as apart. */
  public static final double MOST_ALIKE_RATIO = 0.7;

  /** What a difference is told by. */
  public static final String DISTRICT = "district";

  public static final String TECHNOLOGY = "technology";
  public static final String MEDIUM = "medium";

  /** What is said of a need. */
  public static final String NECESSARY = "necessary";

  public static final String DISPENSABLE = "dispensable";
  public static final String OPEN = "open";

  public Alternatives {
    alternatives = List.copyOf(alternatives);
    needs = List.copyOf(needs);
  }

  /**
   * The plan.
   *
   * @param certificateSha256 hash of its certificate, and so of its folder
   * @param value weighted people
   * @param bound that no plan of the question exceeds, its alternatives neither
   * @param gapRatio between them
   * @param people whom it brings to service, not weighted
   * @param places that it serves
   * @param lifetimeCostUsd present value
   * @param publicUsd public money that it needs; NaN where revenue is not known
   */
  @RecordBuilder
  public record Base(
      String certificateSha256,
      double value,
      double bound,
      double gapRatio,
      double people,
      int places,
      double lifetimeCostUsd,
      double publicUsd)
      implements AlternativesBaseBuilder.With {}

  /**
   * Another plan of the same question.
   *
   * @param folder where it lies
   * @param certificateSha256 as of {@link Base}
   * @param value weighted people
   * @param ofBaseRatio value over the plan's; above 1 where it counts more
   * @param gapRatio to the bound that all share
   * @param people as of {@link Base}
   * @param places likewise
   * @param lifetimeCostUsd likewise
   * @param publicUsd likewise
   * @param likeBaseRatio likeness to the plan, 0–1
   * @param likest the other alternative that is most like it; empty where there is none
   * @param likestRatio likeness to that; NaN where there is none
   * @param keptPeopleRatio of the people whom the plan serves, share in places that it serves too
   * @param differences from the plan, by district, technology and medium, where there are any
   */
  @RecordBuilder
  public record Alternative(
      String folder,
      String certificateSha256,
      double value,
      double ofBaseRatio,
      double gapRatio,
      double people,
      int places,
      double lifetimeCostUsd,
      double publicUsd,
      double likeBaseRatio,
      String likest,
      double likestRatio,
      double keptPeopleRatio,
      List<Difference> differences)
      implements AlternativesAlternativeBuilder.With {

    public Alternative {
      differences = List.copyOf(differences);
    }
  }

  /**
   * What an alternative has more than the plan; below zero what it has less.
   *
   * @param by district, technology or medium
   * @param id ISO 3166-1 alpha-3, a slash and the district's name; or of the catalogue
   * @param people served there or with it; 0 of media
   * @param usd present value: of districts what their places' service costs with their share of
   *     sites and links, of technologies terminals and sites, of media links
   */
  public record Difference(String by, String id, double people, double usd) {}

  /**
   * What a technology or medium is needed for: the same question is planned without it.
   *
   * @param by technology or medium
   * @param id of the catalogue
   * @param folder where the plan without it lies
   * @param certificateSha256 as of {@link Base}
   * @param value of that plan
   * @param bound that no plan without it exceeds
   * @param fewerAtLeastRatio share of the plan's value that is lost without it, proven; 0 where
   *     nothing need be
   * @param fewerAtMostRatio the same of the plan that was found; 0 where nothing is
   * @param verdict {@value #NECESSARY} where every plan without it misses more than the share,
   *     {@value #DISPENSABLE} where one does not, else {@value #OPEN}
   */
  @RecordBuilder
  public record Need(
      String by,
      String id,
      String folder,
      String certificateSha256,
      double value,
      double bound,
      double fewerAtLeastRatio,
      double fewerAtMostRatio,
      String verdict)
      implements AlternativesNeedBuilder.With {}

  /**
   * Places by the plans that serve them, the plan itself being one.
   *
   * @param all in every one
   * @param some in the plan and in some alternatives
   * @param base in the plan alone
   * @param others in alternatives alone
   */
  public record Places(int all, int some, int base, int others) {}

  /**
   * Room for other reasons than people per USD.
   *
   * @param keptPeopleRatio least share of the plan's people whose places an alternative serves too;
   *     1 where there is no alternative
   * @param folder of that alternative; empty where there is none
   */
  public record Room(double keptPeopleRatio, String folder) {}

  /**
   * @param mostAlikeRatio {@value #MOST_ALIKE_RATIO}
   * @param alternatives each no more like the plan and all counted before it than that
   */
  public record Apart(double mostAlikeRatio, int alternatives) {}
}
