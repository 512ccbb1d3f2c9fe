package org.kiungo.web.account.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kiungo.web.store.StorageFault;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Knows sessions, and says it as everywhere when the database that knows them is away. */
final class SessionFilter extends OncePerRequestFilter {

  private final Filter sessions;
  private final StorageFault storage;
  private final HandlerExceptionResolver errors;

  SessionFilter(Filter sessions, StorageFault storage, HandlerExceptionResolver errors) {
    this.sessions = sessions;
    this.storage = storage;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      sessions.doFilter(request, response, chain);
    } catch (RuntimeException away) {
      if (response.isCommitted() || storage.kind(away).isEmpty()) {
        throw away;
      }
      errors.resolveException(request, response, null, away);
    }
  }
}
