package org.kiungo.planner.verify.accounts;

/**
 * One place's account, present value in cents.
 *
 * @param settlementId whose it is
 * @param amounts by {@link Line}
 */
record Account(String settlementId, long[] amounts) {

  /** Lines of an account as the table of accounts names its columns, without the unit. */
  enum Line {
    NETWORK("networkUsd"),
    CAPITAL("capitalUsd"),
    ADMINISTRATION("administrationUsd"),
    TAX("taxUsd"),
    LEVY("levyUsd"),
    SPECTRUM("spectrumUsd"),
    MARGIN("marginUsd"),
    SUBSIDY("subsidyUsd"),
    REVENUE("revenueUsd"),
    GAP("gapBeforeCrossSubsidyUsd"),
    GIVEN("givenUsd"),
    RECEIVED("receivedUsd"),
    FUND("fundUsd"),
    PUBLIC("publicUsd");

    private final String column;

    Line(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  Account(String settlementId) {
    this(settlementId, new long[Line.values().length]);
  }

  long get(Line line) {
    return amounts[line.ordinal()];
  }

  void set(Line line, long cents) {
    amounts[line.ordinal()] = cents;
  }

  /** Revenue and subsidy less all that the operator has to recover. */
  long balance() {
    long cost = 0;
    for (Line line : Line.values()) {
      cost += line.ordinal() < Line.SUBSIDY.ordinal() ? get(line) : 0;
    }
    return get(Line.REVENUE) + get(Line.SUBSIDY) - cost;
  }
}
