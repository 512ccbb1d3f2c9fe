package org.kiungo.web.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.kiungo.web.door.ClientAddress;
import org.kiungo.web.door.Origins;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.SpaceReserve;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses what no honest client sends: bodies over 1 MiB outside uploads, counted while they are
 * read, and changes asked for by a page of another origin; more bodies at once than there are
 * threads to spare, and uploads that the disk has no space for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestLimitsFilter extends OncePerRequestFilter {

  /** The only addresses that take files. */
  private static final List<String> UPLOADS = List.of("/api/v1/datasets", "/api/v1/settlements");

  private static final Pattern AS_BUILT = Pattern.compile("/plans/[^/]+/progress");

  private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

  /** After so many seconds it is worth asking again. */
  private static final int AGAIN_SECONDS = 5;

  private final HandlerExceptionResolver errors;

  /** Bodies taken at once; reads are not among them, and have the other threads for themselves. */
  static final int BODIES_AT_ONCE = 200;

  /** Space that stays free for the database whatever is uploaded, bytes. */
  private static final long KEPT_FREE_BYTES = 64L << 20;

  /** Among them whole files, which may take as long as they want. */
  private static final int UPLOADS_AT_ONCE = 50;

  private final Semaphore bodies = new Semaphore(BODIES_AT_ONCE);
  private final Semaphore uploads = new Semaphore(UPLOADS_AT_ONCE);
  private final ClientLimits clients;
  private final DataFolder data;
  private final SpaceReserve space;
  private final Origins origins;

  RequestLimitsFilter(
      DataFolder data,
      SpaceReserve space,
      Origins origins,
      ClientAddress addresses,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.data = data;
    this.space = space;
    this.origins = origins;
    this.clients = new ClientLimits(addresses, System::nanoTime);
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ClientLimits.Client client = clients.of(request);
    int seconds = client.ask();
    if (origins.isAnother(request)) {
      String origin = request.getHeader("Origin");
      // a browser that leaves it out has said that the page is of another site
      String other = origin == null ? request.getHeader("Sec-Fetch-Site") : origin;
      refuse(request, response, HttpStatus.FORBIDDEN, "http.origin", other);
    } else if (seconds > 0) {
      tooMany(request, response, seconds);
    } else if (READS.contains(request.getMethod())) {
      read(request, response, chain);
    } else if (!request.getMethod().equals("DELETE") && space.isShort()) {
      // what is removed makes space
      refuse(request, response, HttpStatus.INSUFFICIENT_STORAGE, "store.full", "");
    } else if (!client.beginBody()) {
      tooMany(request, response, AGAIN_SECONDS);
    } else {
      try {
        inTurn(client, request, response, chain);
      } finally {
        client.endBody();
      }
    }
  }

  private static void read(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Courtesy.readerBegins();
    try {
      chain.doFilter(new CountedRequest(request), response);
    } finally {
      Courtesy.readerEnds();
    }
  }

  private void tooMany(HttpServletRequest request, HttpServletResponse response, int seconds) {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    refuse(
        request, response, HttpStatus.TOO_MANY_REQUESTS, "http.too-many", String.valueOf(seconds));
  }

  private void inTurn(
      ClientLimits.Client client,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    boolean upload = isUpload(request);
    Semaphore places = upload ? uploads : bodies;
    if (!places.tryAcquire()) {
      if (client.sendsMostOf(upload ? UPLOADS_AT_ONCE : BODIES_AT_ONCE)) {
        // it waits for itself: nothing is wrong with the server
        tooMany(request, response, AGAIN_SECONDS);
        return;
      }
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(AGAIN_SECONDS));
      refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, "http.busy", "");
      return;
    }
    try {
      takeBody(request, response, chain);
    } finally {
      places.release();
    }
  }

  private void takeBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUpload(request)) {
      long free = Files.getFileStore(data.root()).getUsableSpace() - KEPT_FREE_BYTES;
      if (request.getContentLengthLong() > free) {
        refuse(request, response, HttpStatus.INSUFFICIENT_STORAGE, "store.full", "");
      } else {
        chain.doFilter(request, response);
      }
    } else if (request.getContentLengthLong() > CountedRequest.BODY_LIMIT
        || hasFiles(request) && request.getContentLengthLong() < 0) {
      String limit = String.valueOf(CountedRequest.BODY_LIMIT);
      refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "http.too-large", limit);
    } else {
      chain.doFilter(new CountedRequest(request), response);
    }
  }

  private static boolean isUpload(HttpServletRequest request) {
    String address = request.getRequestURI();
    return hasFiles(request)
        && (UPLOADS.stream().anyMatch(address::startsWith) || AS_BUILT.matcher(address).matches());
  }

  private static boolean hasFiles(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/");
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String code,
      String argument) {
    errors.resolveException(request, response, null, new ApiRefusal(status, code, argument));
  }
}
