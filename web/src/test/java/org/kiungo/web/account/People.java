package org.kiungo.web.account;

import java.util.EnumMap;
import java.util.Map;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.store.Organisation;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Two organisations, and in the first a user of every role; each comes in with a token. Who looks
 * after the installation is of neither.
 */
@TestConfiguration(proxyBeanMethods = false)
class People {

  static final String OURS = "ours";
  static final String THEIRS = "theirs";

  private final Map<Role, String> ours = new EnumMap<>(Role.class);
  private final String stranger;

  People(Accounts accounts, ApiTokens tokens) {
    accounts.addOrganisation(OURS, "Ministry of communication");
    accounts.addOrganisation(THEIRS, "Ministry of energy");
    for (Role role : Role.given()) {
      Account account = accounts.add(OURS, role.label(), role, null, null);
      ours.put(role, tokens.make(account.member(), "test", role, null));
    }
    Account operator =
        accounts.add(Organisation.DEFAULT, "operator", Role.ADMINISTRATOR, null, null);
    ours.put(Role.OPERATOR, tokens.make(operator.member(), "test", Role.ADMINISTRATOR, null));
    Member theirs = accounts.add(THEIRS, "stranger", Role.ADMINISTRATOR, null, null).member();
    stranger = tokens.make(theirs, "test", Role.ADMINISTRATOR, null);
  }

  /** Asks in a role of our organisation; as nobody known for {@link Role#ANYONE}. */
  RequestPostProcessor as(Role role) {
    return with(ours.get(role));
  }

  /** Asks as the other organisation's administrator. */
  RequestPostProcessor asStranger() {
    return with(stranger);
  }

  static RequestPostProcessor with(String token) {
    return request -> {
      if (token != null) {
        request.addHeader("Authorization", "Bearer " + token);
      }
      return request;
    };
  }
}
