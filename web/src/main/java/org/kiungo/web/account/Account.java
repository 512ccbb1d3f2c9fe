package org.kiungo.web.account;

import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.store.Organisation;

/**
 * A user.
 *
 * @param id opaque
 * @param organisationId whose things they see
 * @param name with which they come in; no two have the same
 * @param role in the organisation
 * @param password Argon2id; null for who has none yet or comes in elsewhere
 * @param disabled may not come in
 * @param stamp grows when sessions of before must end
 * @param issuer of OpenID Connect where they come in, null for none
 */
public record Account(
    String id,
    String organisationId,
    String name,
    Role role,
    String password,
    boolean disabled,
    long stamp,
    String issuer) {

  /** What they may do: the first organisation's administrators look after the installation. */
  private Role effective(Role held) {
    boolean first = organisationId.equals(Organisation.DEFAULT);
    return held == Role.ADMINISTRATOR && first ? Role.OPERATOR : held;
  }

  Member member() {
    return memberAtMost(role);
  }

  /** In a role that may be less than their own. */
  Member memberAtMost(Role most) {
    return new Member(id, name, organisationId, effective(role.atMost(most)));
  }
}
