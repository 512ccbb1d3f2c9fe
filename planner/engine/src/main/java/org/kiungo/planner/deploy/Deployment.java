package org.kiungo.planner.deploy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.planner.deploy.prices.CountryBound;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;

/**
 * A broadband plan and what is proven about it.
 *
 * @param plan decisions
 * @param weightedPeople the objective's value: people × weight of the level of service they get
 * @param boundPeople no plan within the candidate graph and the budget serves more weighted people
 * @param boundUsd no plan that reaches the target costs less; NaN when a budget was given
 * @param lambdaPeoplePerUsd price of money at which the bound was found
 * @param lambdaByCountry of money of countries with budgets of their own; empty where one price is
 *     all
 * @param method literature name of the bound
 * @param candidateGraph which links and sites plan and bound range over
 * @param relaxed rules the bound leaves out
 * @param steps moves tried by local search
 * @param proof of the bound, where the price alone does not prove it
 * @param end what ended the search, as far as its work did
 */
public record Deployment(
    Plan plan,
    double weightedPeople,
    double boundPeople,
    double boundUsd,
    double lambdaPeoplePerUsd,
    SortedMap<String, Double> lambdaByCountry,
    String method,
    String candidateGraph,
    List<String> relaxed,
    long steps,
    BoundProof proof,
    Certificate.End end) {

  public Deployment {
    relaxed = List.copyOf(relaxed);
    lambdaByCountry = new TreeMap<>(lambdaByCountry);
  }

  /** At one price of money. */
  public Deployment(
      Plan plan,
      double weightedPeople,
      double boundPeople,
      double boundUsd,
      double lambdaPeoplePerUsd,
      String method,
      String candidateGraph,
      List<String> relaxed,
      long steps,
      BoundProof proof,
      Certificate.End end) {
    this(
        plan,
        weightedPeople,
        boundPeople,
        boundUsd,
        lambdaPeoplePerUsd,
        new TreeMap<>(),
        method,
        candidateGraph,
        relaxed,
        steps,
        proof,
        end);
  }

  /** The same plan under another bound, which leaves out no rule of countries' budgets. */
  Deployment withBound(CountryBound found, String foundBy, List<String> leftOut) {
    return new Deployment(
        plan,
        weightedPeople,
        found.people(),
        boundUsd,
        found.lambdaPeoplePerUsd(),
        found.lambdaByCountry(),
        foundBy,
        candidateGraph,
        leftOut,
        steps,
        found.proof(),
        Certificate.End.WORK);
  }

  /** The same whose bound leaves out one rule more. */
  public Deployment relaxing(String rule) {
    return new Deployment(
        plan,
        weightedPeople,
        boundPeople,
        boundUsd,
        lambdaPeoplePerUsd,
        lambdaByCountry,
        method,
        candidateGraph,
        Stream.concat(relaxed.stream(), Stream.of(rule)).toList(),
        steps,
        proof,
        end);
  }

  /** The same whose search ended so. */
  Deployment ended(Certificate.End other) {
    return new Deployment(
        plan,
        weightedPeople,
        boundPeople,
        boundUsd,
        lambdaPeoplePerUsd,
        lambdaByCountry,
        method,
        candidateGraph,
        relaxed,
        steps,
        proof,
        other);
  }

  /** The same proof about another plan of the question. */
  public Deployment withPlan(Plan other, double otherWeightedPeople) {
    return withPlan(other, otherWeightedPeople, steps);
  }

  /** The one of two for one question that serves more; this one where they serve alike. */
  Deployment orBetter(Deployment other) {
    return other.weightedPeople > weightedPeople ? other : this;
  }

  Deployment withPlan(Plan other, double otherWeightedPeople, long otherSteps) {
    return new Deployment(
        other,
        otherWeightedPeople,
        boundPeople,
        boundUsd,
        lambdaPeoplePerUsd,
        lambdaByCountry,
        method,
        candidateGraph,
        relaxed,
        otherSteps,
        proof,
        end);
  }
}
