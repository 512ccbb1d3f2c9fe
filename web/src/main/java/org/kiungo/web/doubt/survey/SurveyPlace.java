package org.kiungo.web.doubt.survey;

/**
 * A place that is worth a visit, as a plan in doubt tells.
 *
 * @param rank from 1: places of the plan before others, of either the worthiest first
 * @param settlementId of the problem
 * @param name its own, or that of the named place near it
 * @param district first-level area, empty when not known
 * @param lon degrees east
 * @param lat degrees north
 * @param population residents
 * @param modelled true when population or place is modelled
 * @param coverageLowRatio least share of them covered today, 0–1; NaN where no range is known
 * @param coverageRatio that share; NaN when not known
 * @param coverageHighRatio the most it may be; NaN where no range is known
 * @param futures in the plans made for so many futures it gets service
 * @param ofFutures how many there are
 * @param planned true when the plan in doubt serves it
 * @param question {@link SurveyList#COVERAGE}: has it 4G today? {@link SurveyList#PEOPLE}: do more
 *     people live there?
 * @param ifYes what becomes of it in a plan made anew: stays, leaves, comes-in, stays-out
 * @param ifNo likewise
 * @param chanceRatio estimate of the chance that the answer changes the choice, 0–1
 * @param gainedPeople whom plans made for futures gain there, on average of those that serve it
 * @param costUsd present value of what the plan in doubt spends on it, with its share of sites and
 *     links; NaN where it does not serve it
 * @param stakePeople whom the answer moves: of a place that may come in those gained there, of one
 *     that may leave no more than its money brings elsewhere
 * @param worthPeople that chance times those at stake
 * @param worthUsd what as many cost at the margin of the plan; NaN when not priced
 * @param visitUsd what the visit costs
 */
public record SurveyPlace(
    int rank,
    String settlementId,
    String name,
    String district,
    double lon,
    double lat,
    double population,
    boolean modelled,
    double coverageLowRatio,
    double coverageRatio,
    double coverageHighRatio,
    int futures,
    int ofFutures,
    boolean planned,
    String question,
    String ifYes,
    String ifNo,
    double chanceRatio,
    double gainedPeople,
    double costUsd,
    double stakePeople,
    double worthPeople,
    double worthUsd,
    double visitUsd) {}
