package org.kiungo.web.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.door.TooManyTries;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.StorageFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/**
 * Answers every error in the request's language: as RFC 9457 problem+json, on pages as a page.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@RestControllerAdvice
class ApiExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

  private final LanguageOfRequest language;
  private final StorageFault storage;

  /** After so many seconds it is worth asking again. */
  private static final String AGAIN_SECONDS = "5";

  /** Of the API, what pages link to as files: who opens one reads an error as of any page. */
  private static final Pattern DOWNLOAD = Pattern.compile("/api/v1/.+/exports/[^/]+");

  /** What is being made may be there after so many. */
  private static final String SOON_SECONDS = "2";

  ApiExceptionHandler(LanguageOfRequest language, StorageFault storage) {
    this.language = language;
    this.storage = storage;
  }

  @ExceptionHandler
  Object refusal(ApiRefusal refusal, HttpServletRequest request) {
    HttpHeaders again = new HttpHeaders();
    if (refusal.afterSeconds() > 0) {
      again.set(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.afterSeconds()));
    }
    return problem(request, refusal.status(), refusal.code(), refusal.arguments(), again);
  }

  @ExceptionHandler
  Object notYet(NotYet waits, HttpServletRequest request, HttpServletResponse response) {
    String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    response.setHeader(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
    response.setHeader(HttpHeaders.LOCATION, waits.place().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!accept.contains(MediaType.TEXT_HTML_VALUE)) {
      return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(waits.body());
    }
    ModelAndView page = new ModelAndView("waiting", HttpStatus.ACCEPTED);
    page.addObject("seconds", SOON_SECONDS);
    page.addObject("before", waits.before());
    String query = request.getQueryString();
    page.addObject("again", request.getRequestURI() + (query == null ? "" : "?" + query));
    framed(page, words(request));
    return page;
  }

  @ExceptionHandler
  Object input(InputRefused refused, HttpServletRequest request) {
    return input(refused, HttpStatus.UNPROCESSABLE_CONTENT, request);
  }

  private Object input(InputRefused refused, HttpStatus status, HttpServletRequest request) {
    List<Object> arguments =
        refused.arguments().values().stream()
            .map(each -> each instanceof InputRefused cause ? words(request).refusal(cause) : each)
            .toList();
    String sentence = words(request).refusal(refused);
    return problem(request, status, refused.code(), arguments, sentence, HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  Object tried(TooManyTries tries, HttpServletRequest request) {
    HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
    long seconds = tries.seconds();
    return refusal(new ApiRefusal(status, "account.too-many", seconds).after(seconds), request);
  }

  @ExceptionHandler
  Object parameter(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
    return misread(mismatch.getName(), mismatch.getValue(), request);
  }

  /** What no conversion can make: a file out of a text, for one, whose part is then not seen. */
  @ExceptionHandler
  Object parameter(
      MethodArgumentConversionNotSupportedException mismatch, HttpServletRequest request) {
    String wanted = mismatch.getParameter().getGenericParameterType().getTypeName();
    return wanted.contains(MultipartFile.class.getName())
        ? problem(request, HttpStatus.BAD_REQUEST, "http.file", List.of(mismatch.getName()))
        : misread(mismatch.getName(), mismatch.getValue(), request);
  }

  /** The same in a form of many fields: the first of them is told. */
  @ExceptionHandler
  Object field(BindException misread, HttpServletRequest request) {
    FieldError field = misread.getFieldError();
    return field == null
        ? anything(misread, request)
        : misread(field.getField(), field.getRejectedValue(), request);
  }

  private Object misread(String name, Object value, HttpServletRequest request) {
    String given =
        value instanceof MultipartFile file ? file.getOriginalFilename() : String.valueOf(value);
    return problem(request, HttpStatus.BAD_REQUEST, "http.parameter", List.of(name, given));
  }

  @ExceptionHandler
  Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
    return missing(missing.getParameterName(), request);
  }

  @ExceptionHandler
  Object missing(MissingServletRequestPartException missing, HttpServletRequest request) {
    return missing(missing.getRequestPartName(), request);
  }

  private Object missing(String name, HttpServletRequest request) {
    return problem(request, HttpStatus.BAD_REQUEST, "http.parameter-missing", List.of(name));
  }

  @ExceptionHandler
  Object contentType(HttpMediaTypeNotSupportedException sent, HttpServletRequest request) {
    String place = request.getMethod() + " " + request.getRequestURI();
    String type = Objects.requireNonNullElse(request.getContentType(), "–");
    List<Object> arguments =
        List.of(place, type, MediaType.toString(sent.getSupportedMediaTypes()));
    String code = "http.content-type";
    String sentence = words(request).text("error." + code, arguments.toArray());
    return problem(request, sent.getStatusCode(), code, arguments, sentence, sent.getHeaders());
  }

  @ExceptionHandler
  Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
    ApiRefusal refusal = refusalIn(unreadable);
    if (refusal != null) {
      return refusal(refusal, request);
    }
    return unreadable.getCause() instanceof JacksonException json
        ? input(Unreadable.problem(json), HttpStatus.BAD_REQUEST, request)
        : problem(request, HttpStatus.BAD_REQUEST, "http.body", List.of());
  }

  /** A body is refused while it is read; whoever reads it says only that it could not. */
  private static ApiRefusal refusalIn(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof ApiRefusal refusal) {
        return refusal;
      }
    }
    return null;
  }

  /** Whether parameters are read from a body too; else only the address can be at fault. */
  private static boolean isForm(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    return type.startsWith("multipart/")
        || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  /** The reader has gone: nobody is left to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {
    LOG.debug("reader left: {}", gone.getMessage());
  }

  @ExceptionHandler
  Object anything(Exception thrown, HttpServletRequest request) {
    ApiRefusal refusal = refusalIn(thrown);
    if (refusal != null) {
      return refusal(refusal, request);
    }
    if (thrown instanceof ErrorResponse known) {
      HttpStatusCode status = known.getStatusCode();
      String place = request.getMethod() + " " + request.getRequestURI();
      return problem(request, status, codeOf(status), List.of(place), known.getHeaders());
    }
    Optional<StorageFault.Kind> kept = storage.kind(thrown);
    if (kept.isPresent()) {
      return away(request, kept.get(), thrown);
    }
    if (thrown instanceof InvalidParameterException && !isForm(request)) {
      LOG.debug("query cannot be read: {}", thrown.getMessage());
      return problem(request, HttpStatus.BAD_REQUEST, "http.query", List.of());
    }
    if (thrown instanceof MultipartException || thrown instanceof InvalidParameterException) {
      LOG.debug("form breaks off: {}", thrown.getMessage());
      return problem(request, HttpStatus.BAD_REQUEST, "http.form", List.of());
    }
    if (thrown.getCause() instanceof OutOfMemoryError full) {
      LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), full.toString());
      HttpHeaders again = new HttpHeaders();
      again.set(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
      return problem(request, HttpStatus.SERVICE_UNAVAILABLE, "server.memory", List.of(), again);
    }
    String id = UUID.randomUUID().toString();
    LOG.error("fault {}", id, thrown);
    return problem(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal", List.of(id));
  }

  /** The place where things are kept fails: nothing was changed, and it passes. */
  private Object away(HttpServletRequest request, StorageFault.Kind kind, Throwable thrown) {
    LOG.warn("storage {}: {}", kind, String.valueOf(thrown.getMessage()));
    if (kind == StorageFault.Kind.FULL) {
      return problem(request, HttpStatus.INSUFFICIENT_STORAGE, "store.full", List.of());
    }
    HttpHeaders again = new HttpHeaders();
    again.set(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
    return problem(request, HttpStatus.SERVICE_UNAVAILABLE, "store.away", List.of(), again);
  }

  private static String codeOf(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "http.not-found";
      case 405 -> "http.method";
      case 406 -> "http.media-type";
      case 413 -> "http.too-large";
      default -> "http.refused";
    };
  }

  private Object problem(
      HttpServletRequest request, HttpStatusCode status, String code, List<Object> arguments) {
    return problem(request, status, code, arguments, HttpHeaders.EMPTY);
  }

  private Words words(HttpServletRequest request) {
    return Words.in(language.resolveLocale(request).getLanguage());
  }

  /** A reader of pages gets a page; everybody else, and before pages are drawn, problem+json. */
  private static boolean wantsPage(HttpServletRequest request) {
    if (request.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) == null) {
      return false;
    }
    String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    String address = request.getRequestURI();
    return accept.contains(MediaType.TEXT_HTML_VALUE)
        && (!address.startsWith("/api/") || DOWNLOAD.matcher(address).matches());
  }

  private static ModelAndView page(HttpStatusCode status, Words words, String sentence) {
    ModelAndView page = new ModelAndView("error", status);
    page.addObject("status", status.value());
    page.addObject("sentence", sentence);
    framed(page, words);
    return page;
  }

  private static void framed(ModelAndView page, Words words) {
    page.addObject("lang", words.language());
    page.addObject("languageNote", words.draftNote());
    page.addObject("dir", words.direction());
  }

  private Object problem(
      HttpServletRequest request,
      HttpStatusCode status,
      String code,
      List<Object> arguments,
      HttpHeaders headers) {
    String sentence = words(request).text("error." + code, arguments.toArray());
    return problem(request, status, code, arguments, sentence, headers);
  }

  private Object problem(
      HttpServletRequest request,
      HttpStatusCode status,
      String code,
      List<Object> arguments,
      String sentence,
      HttpHeaders headers) {
    if (wantsPage(request)) {
      // an address that was typed wrongly needs no list of the API's addresses
      return page(status, words(request), code.equals("http.not-found") ? null : sentence);
    }
    HttpStatus known = HttpStatus.resolve(status.value());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setType(URI.create("urn:kiungo:error:" + code));
    problem.setTitle(known == null ? String.valueOf(status.value()) : known.getReasonPhrase());
    problem.setProperty("code", code);
    problem.setProperty("arguments", arguments);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
