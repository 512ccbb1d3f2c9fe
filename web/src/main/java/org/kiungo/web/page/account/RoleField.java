package org.kiungo.web.page.account;

import org.kiungo.web.access.Role;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;

/** The role that a form sends. */
final class RoleField {

  private RoleField() {}

  static Role of(String label) {
    try {
      return Role.named(label);
    } catch (IllegalArgumentException none) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "role", label);
    }
  }
}
