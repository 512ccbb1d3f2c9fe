package org.kiungo.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins the session of somebody who has just chosen a password. */
@Component
@WithAccounts
public class Sessions {

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  /** Under a new id: what knew the old one knows nothing. */
  public void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
    PasswordUser user = new PasswordUser(account);
    user.eraseCredentials();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    request.getSession();
    request.changeSessionId();
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
