package org.kiungo.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Service;

/** Makes tokens, says whose they are, takes them back. */
@Service
@WithAccounts
public class ApiTokens {

  /** Tells tools that look for leaked secrets what they have found. */
  static final String PREFIX = "kiungo_";

  private static final int MOST_DAYS = 3650;
  private static final int LONGEST_LABEL = 200;

  private final TokenRepository repository;
  private final Accounts accounts;
  private final AuditLog audit;
  private final Clock clock;

  ApiTokens(TokenRepository repository, Accounts accounts, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param days until it ends by itself, 1 to {@value #MOST_DAYS}; null = never
   * @return the token, which is kept nowhere
   */
  public String make(Member of, String label, Role role, Integer days) {
    if (!of.role().includes(role)) {
      throw new InputRefused("account.token-role", "role", role.label());
    }
    String words = label == null ? "" : label.strip();
    if (words.length() > LONGEST_LABEL || days != null && (days < 1 || days > MOST_DAYS)) {
      throw new InputRefused(
          "field.range",
          "field",
          "days",
          "value",
          days == null ? 0 : days,
          "low",
          1,
          "high",
          MOST_DAYS);
    }
    String secret = PREFIX + Secrets.make();
    Long until = days == null ? null : clock.instant().plus(Duration.ofDays(days)).toEpochMilli();
    ApiToken token =
        new ApiToken(UUID.randomUUID().toString(), of.userId(), words, role, until, null);
    audit.together(
        "token.make",
        token.id() + " " + role.label(),
        () -> repository.insert(token, Secrets.sha256(secret), clock.millis()));
    return secret;
  }

  /** Tokens that still open, the latest first. */
  public List<ApiToken> list(Member of) {
    return repository.list(of.userId()).stream()
        .filter(each -> each.isOpen(clock.millis()))
        .toList();
  }

  public void revoke(Member of, String id) {
    audit.together(
        "token.revoke",
        id,
        () -> {
          if (!repository.revoke(of.userId(), id, clock.millis())) {
            throw ApiRefusal.unknown("token", id);
          }
        });
  }

  /** Whoever comes with a token; empty when it does not open. */
  Optional<Member> find(String secret) {
    return repository
        .find(Secrets.sha256(secret))
        .filter(token -> token.isOpen(clock.millis()))
        .flatMap(
            token ->
                accounts
                    .findEnabled(token.accountId())
                    .map(account -> account.memberAtMost(token.role())));
  }
}
