package org.kiungo.web.account;

import java.io.Serializable;

/** Whom a session is of; what they may do is looked up with every request. */
interface SignedIn extends Serializable {

  String accountId();

  long stamp();

  /** Whether a provider of OpenID Connect vouches for them. */
  default boolean isVouchedFor() {
    return false;
  }
}
