package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Operators' surpluses fill gaps before public money does: the smallest gap first, as in Oughton et
 * al. 2022 (doi:10.1016/j.techfore.2021.121409), so that the most places become viable.
 */
public final class CrossSubsidy {

  private CrossSubsidy() {}

  /**
   * An account after cross-subsidy.
   *
   * @param account before
   * @param givenCents part of its surplus spent elsewhere
   * @param receivedCents part of its gap that others fill
   * @param fundCents part of its gap that the universal-service fund fills
   * @param publicCents public money: subsidy given up front and the gap that remains
   */
  public record Funded(
      Account account, long givenCents, long receivedCents, long fundCents, long publicCents) {

    /** Sum of two under a name. */
    Funded plus(Funded other, String name) {
      return new Funded(
          account.plus(other.account, name),
          givenCents + other.givenCents,
          receivedCents + other.receivedCents,
          fundCents + other.fundCents,
          publicCents + other.publicCents);
    }
  }

  /**
   * @param accounts of one market
   * @param shareRatio share of all surpluses that may be spent on gaps, 0–1
   * @return one entry per account, in the order given; Σ given = Σ received
   */
  public static List<Funded> settle(List<Account> accounts, double shareRatio) {
    return settle(accounts, shareRatio, 0);
  }

  /**
   * As {@link #settle(List, double)}, then a universal-service fund pays out, again the smallest
   * gap first.
   *
   * @param disbursedRatio share of the levies of all accounts that the fund may pay out, 0–1
   * @return Σ given = Σ received; Σ fund ≤ Σ levies
   */
  public static List<Funded> settle(
      List<Account> accounts, double shareRatio, double disbursedRatio) {
    long surplus = accounts.stream().mapToLong(Account::surplusCents).sum();
    long pool = (long) Math.floor(surplus * shareRatio);
    long levies = accounts.stream().mapToLong(Account::levyCents).sum();
    long fund = (long) Math.floor(levies * disbursedRatio);
    long[] received = new long[accounts.size()];
    long[] funds = new long[accounts.size()];
    long left = pool;
    for (int k : byGap(accounts)) {
      long gap = accounts.get(k).gapCents();
      received[k] = Math.min(left, gap);
      left -= received[k];
      funds[k] = Math.min(fund, gap - received[k]);
      fund -= funds[k];
    }
    long[] given = spread(accounts, surplus, pool - left);
    List<Funded> funded = new ArrayList<>();
    for (int k = 0; k < received.length; k++) {
      Account account = accounts.get(k);
      funded.add(
          new Funded(
              account,
              given[k],
              received[k],
              funds[k],
              account.subsidyCents() + account.gapCents() - received[k] - funds[k]));
    }
    return List.copyOf(funded);
  }

  private static List<Integer> byGap(List<Account> accounts) {
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < accounts.size(); k++) {
      order.add(k);
    }
    order.sort(
        Comparator.comparingLong((Integer k) -> accounts.get(k).gapCents())
            .thenComparing(k -> accounts.get(k).id()));
    return order;
  }

  /** Spreads an amount over the surpluses in proportion, to the cent. */
  private static long[] spread(List<Account> accounts, long surplus, long amount) {
    long[] given = new long[accounts.size()];
    long before = 0;
    long spent = 0;
    for (int k = 0; k < given.length && surplus > 0; k++) {
      before += accounts.get(k).surplusCents();
      // shares of the running sum: rounding never piles up and no surplus is overdrawn
      long due = (long) Math.floor((double) before / surplus * amount);
      due = before == surplus ? amount : Math.min(due, amount);
      given[k] = Math.min(due - spent, accounts.get(k).surplusCents());
      spent += given[k];
    }
    for (int k = 0; spent < amount; k++) {
      long more = Math.min(amount - spent, accounts.get(k).surplusCents() - given[k]);
      given[k] += more;
      spent += more;
    }
    return given;
  }
}
