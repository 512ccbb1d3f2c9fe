package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;

class MayTest {

  @Test
  void onlyWhoLooksAfterTheInstallationMayOperateIt() {
    assertThat(new May(null).operate()).isTrue();
    assertThat(may(Role.OPERATOR).operate()).isTrue();
    assertThat(may(Role.ADMINISTRATOR).operate()).isFalse();
    assertThat(may(Role.VIEWER).operate()).isFalse();
  }

  private static May may(Role role) {
    return new May(new Member("u", "Awa", "o", role));
  }
}
