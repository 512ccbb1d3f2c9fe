package org.kiungo.web.audit;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.kiungo.web.access.Member;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Writes down what users do; nothing where there are no accounts. */
@Service
public class AuditLog {

  private static final String TOLD = AuditLog.class.getName();
  private static final String DONE = "done";
  private static final int LONGEST_SUBJECT = 400;

  private final AuditChain chain;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean accounts;

  AuditLog(
      DataSource database,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${kiungo.accounts:false}") boolean accounts) {
    this.chain = new AuditChain(database);
    this.transactions = transactions;
    this.clock = clock;
    this.accounts = accounts;
  }

  /**
   * Makes a change and writes it down in one transaction: both are there, or neither.
   *
   * @param action what is done, such as {@code share.make}
   * @param subject of what, from what the change answers
   */
  public <T> T together(String action, Function<T, String> subject, Supplier<T> change) {
    if (!accounts) {
      return change.get();
    }
    T changed =
        transactions.execute(
            transaction -> {
              T result = change.get();
              append(action, subject.apply(result), DONE);
              return result;
            });
    tellTold();
    return changed;
  }

  /** The same for a change that answers nothing. */
  public void together(String action, String subject, Runnable change) {
    together(
        action,
        nothing -> subject,
        () -> {
          change.run();
          return subject;
        });
  }

  /** Writes down what has happened. */
  public void write(String action, String subject, String result) {
    if (accounts) {
      transactions.executeWithoutResult(transaction -> append(action, subject, result));
      tellTold();
    }
  }

  private void append(String action, String subject, String result) {
    String of = subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()));
    String actor = Member.current().map(Member::userId).orElse("");
    chain.append(clock.millis(), Organisation.current(), actor, action, of, result);
  }

  /** The request needs no other entry. */
  private static void tellTold() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(TOLD, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  static boolean isTold(jakarta.servlet.http.HttpServletRequest request) {
    return request.getAttribute(TOLD) != null;
  }

  /**
   * What was done or refused last, for whoever operates the installation.
   *
   * @param most so many at most
   */
  public List<AuditEntry> latest(int most) {
    return chain.latest(most);
  }
}
