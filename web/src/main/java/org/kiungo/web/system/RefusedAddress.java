package org.kiungo.web.system;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in the API's own way that an address cannot be one, or that TRACE is no method here: the
 * container refuses encoded slashes, bad escapes and that method before the application sees them,
 * and would answer with a page of its own.
 */
@Component
class RefusedAddress extends ValveBase
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private static final String ADDRESS = "http.address";
  private static final String METHOD = "http.method";
  private static final String TRACE = "TRACE";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  RefusedAddress() {
    super(true);
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    server.addEngineValves(this);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    // one that is too long to be read is none
    String address = Objects.toString(request.getCoyoteRequest().requestURI().toString(), "");
    boolean trace = TRACE.equals(request.getMethod());
    boolean ours = trace || address.startsWith("/api/") && address.indexOf('%') >= 0;
    if (!ours || !response.isErrorReportRequired()) {
      getNext().invoke(request, response);
      return;
    }
    int status = response.getStatus();
    Words words = Words.in(Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    Map<String, Object> problem = new LinkedHashMap<>();
    String code = trace ? METHOD : ADDRESS;
    String refused = trace ? TRACE + " " + address : address;
    problem.put("type", "urn:kiungo:error:" + code);
    problem.put("title", trace ? "Method Not Allowed" : "Bad Request");
    problem.put("status", status);
    problem.put("detail", words.text("error." + code, refused));
    problem.put("code", code);
    problem.put("arguments", List.of(refused));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setErrorReported();
    response.setSuspended(false);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Writer out = response.getReporter();
    if (out != null) {
      out.write(JSON.writeValueAsString(problem));
      response.finishResponse();
    }
  }
}
