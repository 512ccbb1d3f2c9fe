package org.kiungo.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.door.Brake;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.store.Persons;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Says who is a user, of which organisation, in which role. */
@Service
@WithAccounts
public class Accounts {

  private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int LONGEST_NAME = 100;

  /** OWASP ASVS 5.0, 6.2.1 and 6.2.9: at least 8 characters, better 15; at least 64 allowed. */
  private static final int SHORTEST_PASSWORD = 12;

  private static final int LONGEST_PASSWORD = 200;
  private static final Duration INVITED = Duration.ofDays(7);

  private final AccountRepository repository;
  private final TokenRepository tokens;
  private final PasswordEncoder passwords;
  private final AuditLog audit;
  private final Clock clock;
  private final Persons persons;
  private final Brake brake;

  Accounts(
      AccountRepository repository,
      TokenRepository tokens,
      PasswordEncoder passwords,
      AuditLog audit,
      Clock clock,
      DataSource database,
      Brake brake) {
    this.brake = brake;
    this.persons = new Persons(database);
    this.repository = repository;
    this.tokens = tokens;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody who may come in. */
  Optional<Account> findEnabled(String id) {
    return repository.find(id).filter(account -> !account.disabled());
  }

  Optional<Account> findByName(String name) {
    return repository.findByName(name).filter(account -> !account.disabled());
  }

  boolean hasAdministrator() {
    return repository.hasAdministrator();
  }

  /** Users that an administrator may see: of all organisations for an operator. */
  public List<Account> list(Member by) {
    return repository.list(by.role() == Role.OPERATOR ? null : by.organisationId());
  }

  public List<OrganisationName> organisations(Member by) {
    return repository.organisations().stream()
        .filter(each -> by.role() == Role.OPERATOR || each.id().equals(by.organisationId()))
        .toList();
  }

  public void addOrganisation(String id, String name) {
    String given = name == null ? "" : name.strip();
    boolean taken = List.of(Organisation.SHARED, Organisation.DEFAULT).contains(id);
    if (taken || !ORGANISATION.matcher(String.valueOf(id)).matches()) {
      throw new InputRefused("account.organisation-id", "id", String.valueOf(id));
    }
    length("name", given, 1, LONGEST_NAME);
    try {
      audit.together("organisation.add", id, () -> repository.insertOrganisation(id, given));
    } catch (DuplicateKeyException known) {
      throw new InputRefused("account.organisation-known", "id", id, "name", given);
    }
  }

  /** A user without a password; {@link #invite} lets them choose one. */
  public Account add(Member by, String organisationId, String name, Role role) {
    String given = name == null ? "" : name.strip();
    length("name", given, 1, LONGEST_NAME);
    requireMine(by, organisationId);
    return add(organisationId, given, role, null, null);
  }

  Account add(String organisationId, String name, Role role, String issuer, String subject) {
    Account added =
        new Account(
            UUID.randomUUID().toString(), organisationId, name, role, null, false, 0, issuer);
    try {
      return audit.together(
          "account.add",
          Account::id,
          () -> {
            repository.insert(added, subject);
            return added;
          });
    } catch (DuplicateKeyException known) {
      throw new InputRefused("account.name-known", "name", name);
    }
  }

  boolean isOrganisation(String id) {
    return repository.organisations().stream().anyMatch(each -> each.id().equals(id));
  }

  Optional<Account> findBySubject(String issuer, String subject) {
    return repository.findBySubject(issuer, subject);
  }

  /** Another administrator's own role cannot be lost by mistake: nobody changes their own. */
  public void change(Member by, String id, String organisationId, Role role, boolean disabled) {
    Account account = get(by, id);
    requireMine(by, organisationId);
    if (id.equals(by.userId())) {
      throw new InputRefused("account.self");
    }
    change(account, organisationId, role, disabled);
  }

  void change(Account account, String organisationId, Role role, boolean disabled) {
    audit.together(
        "account.change",
        account.id() + " " + organisationId + " " + role.label() + (disabled ? " disabled" : ""),
        () -> {
          repository.update(account.id(), organisationId, role, disabled);
          if (disabled) {
            tokens.revokeAll(account.id(), clock.millis());
          }
        });
  }

  /** Takes a user out of everything that is kept; entries of the audit log lead to nobody then. */
  public void erase(Member by, String id) {
    Account account = get(by, id);
    if (id.equals(by.userId())) {
      throw new InputRefused("account.self");
    }
    audit.together(
        "person.erase", id, () -> persons.erase(account.name(), account.organisationId()));
    Organisation.as(Organisation.EVERY, () -> persons.signOut(id));
  }

  /** A link's secret with which a user chooses a password, shown once. */
  public String invite(Member by, String id) {
    return invite(get(by, id));
  }

  String invite(Account account) {
    String secret = Secrets.make();
    long until = clock.instant().plus(INVITED).toEpochMilli();
    audit.together(
        "account.invite",
        account.id(),
        () -> repository.invite(account.id(), Secrets.sha256(secret), until));
    return secret;
  }

  /**
   * Whom an invitation is for.
   *
   * @param address from which it is asked, where those that open nothing are counted
   */
  public Account getInvited(String secret, String address) {
    Optional<Account> invited = repository.findInvited(Secrets.sha256(secret), clock.millis());
    if (invited.isEmpty()) {
      brake.openedNothing(address);
      throw new ApiRefusal(HttpStatus.NOT_FOUND, "account.invitation");
    }
    return invited.get();
  }

  /** Chooses a password by an invitation, which is used up with it. */
  public Account accept(String secret, String password, String again, String address) {
    Account account = getInvited(secret, address);
    Runnable back = Member.begin(account.member());
    try {
      return setPassword(account, password, again, false);
    } finally {
      back.run();
    }
  }

  /**
   * Changes a password; ends the user's sessions.
   *
   * @param keepTokens whether programs of theirs may still come in: whoever knew the old password
   *     may have made a token
   * @param address from which it is asked, where tries of the old one are counted as at signing in
   */
  public Account changePassword(
      Member of, String old, String password, String again, boolean keepTokens, String address) {
    Account account = repository.find(of.userId()).orElseThrow();
    brake.begin(account.name(), address);
    if (account.password() == null || !passwords.matches(old, account.password())) {
      throw new ApiRefusal(HttpStatus.FORBIDDEN, "account.password-wrong");
    }
    brake.succeeded(account.name(), address);
    return setPassword(account, password, again, keepTokens);
  }

  private Account setPassword(Account of, String password, String again, boolean keepTokens) {
    String given = password == null ? "" : password;
    length("password", given, SHORTEST_PASSWORD, LONGEST_PASSWORD);
    if (!given.equals(again)) {
      throw new InputRefused("account.password-twice");
    }
    CommonPasswords.refuse(given, of.name());
    String encoded = passwords.encode(given);
    audit.together(
        "account.password",
        of.id() + (keepTokens ? " tokens kept" : ""),
        () -> {
          repository.changePassword(of.id(), encoded);
          if (!keepTokens) {
            tokens.revokeAll(of.id(), clock.millis());
          }
        });
    return repository.find(of.id()).orElseThrow();
  }

  private Account get(Member by, String id) {
    return repository
        .find(id)
        .filter(account -> isMine(by, account.organisationId()))
        .orElseThrow(() -> ApiRefusal.unknown("account", id));
  }

  private static boolean isMine(Member by, String organisationId) {
    return by.role() == Role.OPERATOR || by.organisationId().equals(organisationId);
  }

  private void requireMine(Member by, String organisationId) {
    boolean known = isMine(by, organisationId) && isOrganisation(organisationId);
    if (!known) {
      throw ApiRefusal.unknown("organisation", String.valueOf(organisationId));
    }
  }

  private static void length(String field, String value, int least, int most) {
    if (value.length() < least || value.length() > most) {
      throw new InputRefused(
          "field.length", "field", field, "length", value.length(), "least", least, "most", most);
    }
  }
}
