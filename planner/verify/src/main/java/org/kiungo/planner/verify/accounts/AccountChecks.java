package org.kiungo.planner.verify.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.folder.OlderModel;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.accounts.Account.Line;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.law.Market;
import org.kiungo.planner.verify.read.FolderReader;

/**
 * The table of accounts: every line as the account has it, gaps filled as the law says from what
 * the table itself states, and nobody giving more than he has to spare.
 */
public final class AccountChecks {

  private static final String FILE = "finance.csv";
  private static final String RULE = "account.amounts";

  /** Shares of assets and each amount are rounded to cents. */
  private static final long ROUNDING_CENTS = 2;

  private final Accounts accounts;
  private final Ledger ledger;

  public AccountChecks(Accounts accounts, Ledger ledger) {
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /** Checks a folder's table; folders older than accounts have none. */
  public void check(FolderReader reader, Market market, Map<String, Settlement> settlements) {
    if (!reader.has(FILE)) {
      return;
    }
    List<Account> stated = read(reader);
    ledger.same(RULE, "", accounts.all().size(), stated.size());
    Map<String, List<Account>> byCountry = new TreeMap<>();
    for (int k = 0; k < Math.min(stated.size(), accounts.all().size()); k++) {
      Account due = accounts.all().get(k);
      Account found = stated.get(k);
      if (ledger.same(RULE, due.settlementId(), due.settlementId(), found.settlementId())) {
        lines(due, found);
        String country = settlements.get(due.settlementId()).country();
        byCountry.computeIfAbsent(country, c -> new ArrayList<>()).add(found);
      }
    }
    byCountry.forEach((country, all) -> filled(country, all, market));
  }

  private void lines(Account due, Account found) {
    for (Line line : Line.values()) {
      if (line.ordinal() <= Line.REVENUE.ordinal()) {
        boolean same = Math.abs(due.get(line) - found.get(line)) <= ROUNDING_CENTS;
        String where = due.settlementId() + " " + line.column();
        ledger.holds(RULE, where, same, Cost.usd(due.get(line)), Cost.usd(found.get(line)));
      }
    }
  }

  private void filled(String country, List<Account> stated, Market market) {
    List<Account> due = new ArrayList<>();
    for (Account each : stated) {
      due.add(new Account(each.settlementId(), each.amounts().clone()));
    }
    Accounts.settle(due, market.economics().get(country));
    long given = 0;
    long received = 0;
    for (int k = 0; k < due.size(); k++) {
      for (Line line : List.of(Line.GAP, Line.RECEIVED, Line.FUND, Line.PUBLIC)) {
        String where = due.get(k).settlementId() + " " + line.column();
        double found = Cost.usd(stated.get(k).get(line));
        ledger.same("account.filled", where, Cost.usd(due.get(k).get(line)), found);
      }
      long spare = Math.max(0, stated.get(k).balance());
      long gives = stated.get(k).get(Line.GIVEN);
      boolean has = gives >= 0 && gives <= spare;
      String where = due.get(k).settlementId() + " " + Line.GIVEN.column();
      ledger.holds("account.filled", where, has, "≤ " + Cost.usd(spare), Cost.usd(gives));
      given += gives;
      received += stated.get(k).get(Line.RECEIVED);
    }
    ledger.same("account.filled", country, Cost.usd(received), Cost.usd(given));
  }

  private static List<Account> read(FolderReader reader) {
    List<Account> stated = new ArrayList<>();
    try (InputStream in = reader.open(FILE)) {
      Rows.read(
          FILE,
          in,
          row -> {
            Account account = new Account(Cells.text(row, "settlementId"));
            for (Line line : Line.values()) {
              boolean older = line == Line.GAP && !row.isMapped(line.column());
              String column = older ? OlderModel.GAP : line.column();
              boolean told = row.isMapped(column);
              account.set(line, told ? Cost.cents(Cells.number(row, column)) : 0);
            }
            stated.add(account);
          });
      return stated;
    } catch (ArithmeticException e) {
      throw Unreadable.file(FILE, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
