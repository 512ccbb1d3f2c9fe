package org.kiungo.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kiungo.web.access.Member;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.door.TooManyTries;
import org.kiungo.web.store.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Looks up who signs in, and says where to go after. A user who is not there, may not come in or
 * has no password costs the same time as a wrong password.
 */
@Component
@WithAccounts
class SignIn {

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private static final String NEXT = SignIn.class.getName() + ".next";

  private final Accounts accounts;
  private final AuditLog audit;
  private final HandlerExceptionResolver errors;

  SignIn(
      Accounts accounts,
      AuditLog audit,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.accounts = accounts;
    this.audit = audit;
    this.errors = errors;
  }

  /** Whoever may come in with a password under a name. */
  UserDetails user(String name) {
    return find(name)
        .filter(account -> account.password() != null)
        .map(PasswordUser::new)
        .orElseThrow(() -> new UsernameNotFoundException("nobody"));
  }

  private Optional<Account> find(String name) {
    return Organisation.as(Organisation.EVERY, () -> accounts.findByName(name));
  }

  /** Goes on to the page that was asked for. */
  void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication by)
      throws IOException {
    if (by.getPrincipal() instanceof SignedIn user) {
      Organisation.as(Organisation.EVERY, () -> accounts.findEnabled(user.accountId()))
          .ifPresent(this::write);
    }
    response.sendRedirect(next(request));
  }

  /** Of whoever signs in elsewhere, and comes back without it. */
  void keepNext(HttpServletRequest request) {
    request.getSession().setAttribute(NEXT, next(request.getParameter("next")));
  }

  private static String next(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object kept = session == null ? null : session.getAttribute(NEXT);
    if (kept != null) {
      session.removeAttribute(NEXT);
    }
    String asked = request.getParameter("next");
    return next(asked == null && kept instanceof String before ? before : asked);
  }

  private void write(Account account) {
    Runnable back = Member.begin(account.member());
    try {
      audit.write("login", account.id(), "done");
    } finally {
      back.run();
    }
  }

  /** The name that was tried is written down only where it is a user's: it may be a password. */
  void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why.getCause() instanceof TooManyTries tries) {
      errors.resolveException(request, response, null, tries);
      return;
    }
    String name = String.valueOf(request.getParameter("name")).strip();
    audit.write("login", find(name).map(Account::id).orElse(""), "refused");
    response.sendRedirect(again("failed", request));
  }

  /** The page that signs in, which still leads to the page that was asked for. */
  private static String again(String said, HttpServletRequest request) {
    String next = next(request);
    String kept =
        next.equals("/") ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    return "/login?said=" + said + kept;
  }

  /** Whom the provider does not vouch for, or gives no role here, may come in some other way. */
  void failedElsewhere(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    LOG.warn("signing in by OpenID Connect failed: {}", why.toString());
    audit.write("login", "oidc", "refused");
    response.sendRedirect(again("elsewhere", request));
  }

  /** An address of this server, whatever is asked for. */
  static String next(String asked) {
    boolean own =
        asked != null && asked.matches("/([^/\\\\\\s][^\\\\\\s]*)?") && !asked.startsWith("/login");
    return own ? asked : "/";
  }
}
