package org.kiungo.web.account;

import org.kiungo.web.door.Brake;
import org.kiungo.web.door.TooManyTries;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Looks at a name and a password, after the try was counted: there is no way to the password but
 * past the brake, under whatever address a form came. As the one bean of its kind it is the only
 * one that is asked.
 */
@Component
@WithAccounts
class PasswordSignIn implements AuthenticationProvider {

  private final DaoAuthenticationProvider passwords;
  private final Brake brake;

  PasswordSignIn(SignIn users, PasswordEncoder encoder, Brake brake) {
    this.passwords = new DaoAuthenticationProvider(users::user);
    this.passwords.setPasswordEncoder(encoder);
    this.brake = brake;
  }

  /** Too many were tried. */
  static final class Braked extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private Braked(TooManyTries tries) {
      super(tries.getMessage(), tries);
    }
  }

  /** The address of who asks comes as the details, and is not kept with the session. */
  @Override
  public Authentication authenticate(Authentication given) {
    String name = String.valueOf(given.getPrincipal());
    String address = String.valueOf(given.getDetails());
    try {
      brake.begin(name, address);
    } catch (TooManyTries tries) {
      throw new Braked(tries);
    }
    Authentication known = passwords.authenticate(given);
    brake.succeeded(name, address);
    ((UsernamePasswordAuthenticationToken) known).setDetails(null);
    return known;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return passwords.supports(kind);
  }
}
