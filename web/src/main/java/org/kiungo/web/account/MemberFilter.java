package org.kiungo.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
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
  private final Brake brake;
  private final ClientAddress clients;
  private final HandlerExceptionResolver errors;

  MemberFilter(
      Accounts accounts,
      ApiTokens tokens,
      Brake brake,
      ClientAddress clients,
      HandlerExceptionResolver errors) {
    this.accounts = accounts;
    this.tokens = tokens;
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
    try {
      chain.doFilter(request, response);
    } finally {
      back.run();
    }
  }

  private Optional<Member> byToken(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    String given = request.getHeader(HttpHeaders.AUTHORIZATION);
    return tokens.find(given.substring(BEARER.length()).strip());
  }

  private Optional<Member> bySession(HttpServletRequest request) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known == null || !(known.getPrincipal() instanceof SignedIn user)) {
      return Optional.empty();
    }
    Optional<Member> member =
        accounts
            .findEnabled(user.accountId())
            .filter(account -> account.stamp() == user.stamp())
            .map(Account::member);
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
