package org.kiungo.web.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Role;
import org.kiungo.web.store.Organisation;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Makes users of those who sign in elsewhere. What the provider says of their role and organisation
 * holds from each sign-in, and each time that it is asked again, on; whoever it gives none does not
 * come in.
 */
@Component
@WithAccounts
class OpenIdUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

  /** Error code of whoever may not come in, whatever their provider says. */
  static final String NOT_HERE = "access_denied";

  private static final int LONGEST_NAME = 100;

  private final Accounts accounts;
  private final OpenIdConnect.Settings settings;
  private final OidcUserService provider = new OidcUserService();

  OpenIdUsers(Accounts accounts, OpenIdConnect.Settings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  /** Somebody who signed in elsewhere. */
  private static final class User extends DefaultOidcUser implements SignedIn {

    private static final long serialVersionUID = 1L;

    private final String accountId;
    private final long stamp;

    User(OidcUser user, Account account) {
      super(List.of(), user.getIdToken());
      this.accountId = account.id();
      this.stamp = account.stamp();
    }

    @Override
    public String accountId() {
      return accountId;
    }

    /** As of who comes in with a password: sessions are found by it. */
    @Override
    public String getName() {
      return accountId;
    }

    @Override
    public long stamp() {
      return stamp;
    }

    @Override
    public boolean isVouchedFor() {
      return true;
    }
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = provider.loadUser(request);
    Account account = Organisation.as(Organisation.EVERY, () -> account(user));
    return new User(user, account);
  }

  private Account account(OidcUser user) {
    Role role = role(user);
    String organisation = organisation(user);
    String issuer = user.getIssuer().toString();
    Optional<Account> known = accounts.findBySubject(issuer, user.getSubject());
    if (known.isEmpty()) {
      return added(user, organisation, role, issuer);
    }
    Account before = known.get();
    if (before.disabled()) {
      throw refused("disabled");
    }
    if (before.role() != role || !before.organisationId().equals(organisation)) {
      accounts.change(before, organisation, role, false);
    }
    return before;
  }

  /** A name that is somebody else's already gets the provider's own after it. */
  private Account added(OidcUser user, String organisation, Role role, String issuer) {
    String claimed = user.getClaimAsString(settings.nameClaim());
    String name = claimed == null || claimed.isBlank() ? user.getSubject() : claimed.strip();
    String fitting = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    try {
      return accounts.add(organisation, fitting, role, issuer, user.getSubject());
    } catch (InputRefused taken) {
      String own = "@" + Secrets.sha256(issuer + user.getSubject()).substring(0, 8);
      String begun = fitting.substring(0, Math.min(LONGEST_NAME - own.length(), fitting.length()));
      return accounts.add(organisation, begun + own, role, issuer, user.getSubject());
    }
  }

  private Role role(OidcUser user) {
    return values(user.getClaim(settings.roleClaim())).stream()
        .map(settings.roles()::get)
        .filter(label -> label != null)
        .map(Role::named)
        .max(Role::compareTo)
        .orElseThrow(() -> refused("no role"));
  }

  private String organisation(OidcUser user) {
    if (settings.organisationClaim().isEmpty()) {
      return Organisation.DEFAULT;
    }
    return values(user.getClaim(settings.organisationClaim())).stream()
        .map(settings.organisations()::get)
        .filter(accounts::isOrganisation)
        .findFirst()
        .orElseThrow(() -> refused("no organisation"));
  }

  private static List<String> values(Object claim) {
    if (claim == null) {
      return List.of();
    }
    return claim instanceof Collection<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(claim));
  }

  private static OAuth2AuthenticationException refused(String why) {
    return new OAuth2AuthenticationException(new OAuth2Error(NOT_HERE, why, null));
  }
}
