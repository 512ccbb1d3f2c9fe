package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser without scripts: its cookies, and the forms it sends. */
final class FormBrowser {

  private static final Pattern PROOF =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final MockMvc http;

  final Map<String, Cookie> cookies = new TreeMap<>();

  FormBrowser(MockMvc http) {
    this.http = http;
  }

  MockHttpServletResponse send(MockHttpServletRequestBuilder asked) throws Exception {
    asked.accept(MediaType.TEXT_HTML).header("Accept-Language", "en");
    var done = http.perform(with(asked)).andReturn();
    for (Cookie given : done.getResponse().getCookies()) {
      cookies.put(given.getName(), given);
    }
    cookies.values().removeIf(gone -> gone.getMaxAge() == 0);
    return done.getResponse();
  }

  MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder asked) {
    return cookies.isEmpty() ? asked : asked.cookie(cookies.values().toArray(new Cookie[0]));
  }

  String proof() {
    return cookies.get("XSRF-TOKEN").getValue();
  }

  String session() {
    return cookies.containsKey("KIUNGO") ? cookies.get("KIUNGO").getValue() : "";
  }

  /** Sends the form of a page with the proof that the page carries. */
  MockHttpServletResponse submit(String page, String to, String... fields) throws Exception {
    String html = send(get(page)).getContentAsString();
    Matcher found = PROOF.matcher(html);
    assertThat(found.find()).as("a form on " + page).isTrue();
    MockHttpServletRequestBuilder form = post(to);
    form.param("_csrf", found.group(1) == null ? found.group(2) : found.group(1));
    for (int k = 0; k < fields.length; k += 2) {
      form.param(fields[k], fields[k + 1]);
    }
    return send(form);
  }

  MockHttpServletResponse login(String name, String password) throws Exception {
    return submit("/login", "/login", "name", name, "password", password, "next", "/catalogue");
  }

  boolean isIn() throws Exception {
    return send(get("/account")).getStatus() == 200;
  }
}
