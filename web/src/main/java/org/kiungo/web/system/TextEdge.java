package org.kiungo.web.system;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kiungo.web.door.Texts;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where texts come in: those of addresses, queries, forms and JSON. What is no text
 * is refused here, by the name of its field, before it reaches a database or a file that has a rule
 * of its own.
 */
@ControllerAdvice
class TextEdge extends RequestBodyAdviceAdapter implements HandlerInterceptor {

  private static final int LONGEST_KEY = 200;
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST_KEY + "}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      String key = request.getHeader("Idempotency-Key");
      if (key != null && !KEY.matcher(key).matches()) {
        throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.key", LONGEST_KEY);
      }
      Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
      if (variables instanceof Map<?, ?> ofAddress) {
        ofAddress.forEach((name, value) -> require(name.toString(), value.toString()));
      }
      request
          .getParameterMap()
          .forEach(
              (name, values) -> {
                require(name, name);
                for (String value : values) {
                  require(name, value);
                }
              });
    }
    return true;
  }

  private static void require(String field, String text) {
    Optional<Texts.Fault> fault = Texts.fault(text);
    if (fault.isPresent()) {
      throw refusal(shown(field), fault.get());
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      requireTexts(field, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ApiRefusal refusal(String field, Texts.Fault fault) {
    return fault instanceof Texts.Sign sign
        ? new ApiRefusal(HttpStatus.BAD_REQUEST, "text.sign", field, sign.name(), sign.at())
        : new ApiRefusal(
            HttpStatus.BAD_REQUEST,
            "text.long",
            field,
            ((Texts.Length) fault).length(),
            Texts.LONGEST);
  }

  /** A field's name that is no text itself is told as far as it is one. */
  private static String shown(String field) {
    String readable = field.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return readable.length() > 200 ? readable.substring(0, 200) + "…" : readable;
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage sent,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    if (!MediaType.APPLICATION_JSON.isCompatibleWith(sent.getHeaders().getContentType())) {
      return sent;
    }
    byte[] body = sent.getBody().readAllBytes();
    requireTexts("", body);
    return new Read(sent.getHeaders(), body);
  }

  /** Of what is no JSON, its reader says so. */
  private static void requireTexts(String field, byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
        Optional<Texts.Fault> fault = text ? Texts.fault(parser.getString()) : Optional.empty();
        if (fault.isPresent()) {
          String at = parser.streamReadContext().pathAsPointer().toString();
          throw refusal(shown(field + at), fault.get());
        }
      }
    } catch (JacksonException unreadable) {
      // told by whoever reads it
    }
  }

  private record Read(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }
}
