package org.kiungo.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.kiungo.web.access.Admission;
import org.kiungo.web.access.Member;
import org.kiungo.web.door.Brake;
import org.kiungo.web.door.ClientAddress;
import org.kiungo.web.door.TooManyTries;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds out who asks, anew with every request: who was disabled, or has changed the password
 * elsewhere, is out at once, and a role that was taken back is no more.
 */
final class MemberFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final SessionRepository<?> sessions;
  private final OpenIdConnect openId;
  private final Brake brake;
  private final ClientAddress clients;
  private final HandlerExceptionResolver errors;

  MemberFilter(
      Accounts accounts,
      ApiTokens tokens,
      SessionRepository<?> sessions,
      OpenIdConnect openId,
      Brake brake,
      ClientAddress clients,
      HandlerExceptionResolver errors) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.sessions = sessions;
    this.openId = openId;
    this.brake = brake;
    this.clients = clients;
    this.errors = errors;
  }

  /** Whether a token asks: browsers send none by themselves. */
  static boolean hasToken(HttpServletRequest request) {
    String given = request.getHeader(HttpHeaders.AUTHORIZATION);
    return given != null && given.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Member> member =
        Organisation.as(
            Organisation.EVERY, () -> hasToken(request) ? byToken(request) : bySession(request));
    if (hasToken(request) && member.isEmpty()) {
      refuseToken(request, response);
      return;
    }
    // a form with files would be spooled before its token is looked for
    String type = String.valueOf(request.getContentType());
    boolean form = type.startsWith("multipart/") && request.getHeader("X-XSRF-TOKEN") == null;
    if (form && !hasToken(request)) {
      refuse(request, response, HttpStatus.FORBIDDEN, "account.csrf");
      return;
    }
    Runnable back = Member.begin(member.orElse(null));
    Runnable out = Admission.begin(member.map(each -> admission(request)).orElse(null));
    try {
      chain.doFilter(request, response);
    } finally {
      out.run();
      back.run();
    }
  }

  /** As it is asked later, when the request is over. */
  private Admission admission(HttpServletRequest request) {
    if (hasToken(request)) {
      String token = token(request);
      return new Admission(
          token, () -> Organisation.as(Organisation.EVERY, () -> tokens.find(token)));
    }
    String session = request.getSession().getId();
    SignedIn user = signedIn().orElseThrow();
    return new Admission(
        session,
        () ->
            Organisation.as(
                Organisation.EVERY,
                () -> sessions.findById(session) == null ? Optional.empty() : member(user)));
  }

  private static String token(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
  }

  private Optional<Member> byToken(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    return tokens.find(token(request));
  }

  private static Optional<SignedIn> signedIn() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof SignedIn user
        ? Optional.of(user)
        : Optional.empty();
  }

  private boolean isStill(HttpServletRequest request, SignedIn user) {
    return !user.isVouchedFor() || openId.isStill(request.getSession().getId(), user.accountId());
  }

  private Optional<Member> member(SignedIn user) {
    return accounts
        .findEnabled(user.accountId())
        .filter(account -> account.stamp() == user.stamp())
        .map(Account::member);
  }

  private Optional<Member> bySession(HttpServletRequest request) {
    Optional<SignedIn> user = signedIn();
    if (user.isEmpty()) {
      return Optional.empty();
    }
    Optional<Member> member = isStill(request, user.get()) ? member(user.get()) : Optional.empty();
    if (member.isEmpty()) {
      SecurityContextHolder.clearContext();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    return member;
  }

  private void refuseToken(HttpServletRequest request, HttpServletResponse response) {
    try {
      brake.openedNothing(clients.of(request));
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      refuse(request, response, HttpStatus.UNAUTHORIZED, "account.token");
    } catch (TooManyTries tries) {
      errors.resolveException(request, response, null, tries);
    }
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code) {
    errors.resolveException(request, response, null, new ApiRefusal(status, code));
  }
}
