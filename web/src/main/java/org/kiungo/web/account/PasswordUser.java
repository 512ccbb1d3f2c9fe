package org.kiungo.web.account;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who came in with a password. */
final class PasswordUser implements UserDetails, SignedIn, CredentialsContainer {

  private static final long serialVersionUID = 1L;

  private final String accountId;
  private final long stamp;
  private String password;

  PasswordUser(Account account) {
    this.accountId = account.id();
    this.stamp = account.stamp();
    this.password = account.password();
  }

  @Override
  public String accountId() {
    return accountId;
  }

  @Override
  public long stamp() {
    return stamp;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String getUsername() {
    return accountId;
  }

  @Override
  public void eraseCredentials() {
    password = null;
  }
}
