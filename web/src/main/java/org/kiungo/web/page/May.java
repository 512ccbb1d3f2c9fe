package org.kiungo.web.page;

import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;

/**
 * What the reader of a page may do, so that a page offers nothing that its server would refuse.
 *
 * @param member null where there are no accounts: everybody may everything
 */
record May(Member member) {

  /**
   * @param role label of the least role that it takes
   */
  public boolean as(String role) {
    return member == null || member.role().includes(Role.named(role));
  }

  /** True of who looks after the installation, a role that nobody is given. */
  public boolean operate() {
    return member == null || member.role().includes(Role.OPERATOR);
  }
}
