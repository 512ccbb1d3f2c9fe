package org.kiungo.web.account;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An address with a method, and what it takes to be asked for in earnest.
 *
 * @param method GET, POST …
 * @param pattern with its variables in braces
 * @param fields name=value that a query or form needs
 * @param body of JSON or a file; null for none
 */
record Route(String method, String pattern, List<String> fields, String body) {

  /** Halves of surrogate pairs can be sent as escapes alone. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(:[^}]*)?}");

  /** What is sent where, other than nothing: fields apart by a blank, then the body. */
  private static final Map<String, String> SENT =
      Map.ofEntries(
          Map.entry("GET /api/v1/plans/{id}/gains", "over={other}"),
          Map.entry("GET /api/v1/plans/{id}/attribution", "over={other}"),
          Map.entry("POST /api/v1/plans/{id}/attribution", "over={other}"),
          Map.entry("POST /api/v1/plans/{id}/attribution/stop", "over={other}"),
          Map.entry("PUT /api/v1/plans/{id}/name", "| {\"name\": \"Ours\"}"),
          Map.entry("GET /api/v1/comparisons", "plans={plan},{other}"),
          Map.entry("GET /api/v1/datasets/{id}/diff", "from=1 to=1"),
          Map.entry("GET /api/v1/datasets/{id}/raster", "version=1"),
          Map.entry("POST /api/v1/datasets/{id}/settlements", "version=1 |file"),
          Map.entry("GET /data/network", "country=LSO"),
          Map.entry("GET /data/settle", "dataset={dataset} version=1"),
          Map.entry("POST /api/v1/datasets/{id}/restore", "version=1"),
          Map.entry("GET /api/v1/datasets/template", "layer=settlements"),
          Map.entry("GET /api/v1/placements/{id}/explanations", "user=s05"),
          Map.entry(
              "POST /api/v1/location-models/{model}",
              "sites=1 | {\"planId\": \"{plan}\", \"services\": [\"telemedicine-hub\"],"
                  + " \"budgetUsd\": 4e5}"),
          Map.entry(
              "POST /api/v1/placements",
              "| {\"planId\": \"{plan}\", \"services\": [\"telemedicine-hub\"], \"budgetUsd\":"
                  + " 4e5}"),
          Map.entry(
              "POST /api/v1/runs",
              "| {\"countries\": [\"LSO\"], \"budgetUsd\": 1e6, \"steps\": 5}"),
          Map.entry("POST /api/v1/scenarios/check", "| {}"),
          Map.entry("POST /api/v1/workspaces/{iso3}/choice", "| {}"),
          Map.entry("PUT /api/v1/workspaces/{iso3}/choice", "| {}"),
          Map.entry("PUT /api/v1/countries/{iso3}/told-facts/{topic}", "| {\"value\": \"LCA\"}"),
          Map.entry("POST /countries/{iso3}/told-facts/{topic}", "value=LCA"),
          Map.entry("POST /countries/{iso3}/doubt", "plan={plan} stop=1"),
          Map.entry("POST /countries/{iso3}/joint", "plan={plan} stop=1"),
          Map.entry("POST /countries/{iso3}/doubt/alternatives", "plan={plan} stop=1"),
          Map.entry("POST /countries/{iso3}/doubt/kept", "study={study} number=1"),
          Map.entry("PUT /api/v1/networks/{iso3}", "| {\"drawings\": []}"),
          Map.entry("POST /api/v1/networks/{iso3}/decisions", "| {\"decisions\": []}"),
          Map.entry("POST /api/v1/networks/{iso3}/versions", "name=Ours"),
          Map.entry("GET /api/v1/openness/stress", "country=LSO cut=ACE"),
          Map.entry("GET /api/v1/plans/{id}/stress", "cut=ACE"),
          Map.entry("GET /api/v1/partner-library", "country=LSO"),
          Map.entry("GET /api/v1/partner-library/{id}/file", "country=LSO"),
          Map.entry(
              "PUT /api/v1/plans/{id}/projects/{projectId}/state", "| {\"state\": \"AGREED\"}"),
          Map.entry("POST /api/v1/partners", "name=Fund | " + Things.PARTNERS),
          Map.entry("PUT /api/v1/partners/{id}", "| " + Things.PARTNERS),
          Map.entry(
              "POST /api/v1/plans/{id}/fundings", "| {\"partners\": " + Things.PARTNERS + "}"),
          Map.entry("POST /api/v1/plans/{id}/shares", "| {\"label\": \"bank\"}"),
          Map.entry(
              "POST /api/v1/plans/{id}/comments",
              "| {\"kind\": \"PLACE\", \"target\": \"s05\", \"text\": \"hill\"}"),
          Map.entry(
              "POST /api/v1/plans/{id}/reviews",
              "| {\"state\": \"REVIEWED\", \"reason\": \"read\"}"),
          Map.entry("POST /scenario", "country=LSO json={}"),
          Map.entry("POST /plans/{id}/history", "state=REVIEWED reason=read"),
          Map.entry("POST /plans/{id}/progress", "|file"),
          Map.entry("POST /plans/{id}/progress/again", "stop=1"),
          Map.entry("GET /options", "a={plan} b={other}"),
          Map.entry("GET /options.pdf", "a={plan} b={other}"),
          Map.entry("GET /options.pptx", "a={plan} b={other}"),
          Map.entry("PUT /api/v1/plans/{id}/comments/{commentId}", "| {\"resolved\": true}"),
          Map.entry("POST /api/v1/plans/{id}/estimates", "| {\"edits\": [], \"applied\": 0}"),
          Map.entry("PUT /api/v1/drafts/{id}", "| {\"edits\": [], \"applied\": 0}"),
          Map.entry("PUT /api/v1/planning", "| {\"paused\": false}"),
          Map.entry(
              "POST /api/v1/datasets/uploads/address",
              "| {\"address\": \"https://example.org/items\"}"),
          Map.entry("PUT /api/v1/datasets/uploads/{id}/{name}", "| id"),
          Map.entry("POST /api/v1/datasets/inspect", "upload={upload} layer=settlements |file"),
          Map.entry(
              "POST /api/v1/datasets/check",
              "upload={upload} layer=settlements country=LSO source=a licence=b |file"),
          Map.entry(
              "POST /api/v1/datasets",
              "upload={upload} layer=settlements country=LSO source=a licence=b |file"),
          Map.entry("POST /api/v1/settlements", "upload={upload} country=LSO |file"),
          Map.entry("POST /api/v1/datasets/{id}/attributes", "names=roads |file"),
          Map.entry("POST /account/password", "old=a password=b again=c"),
          Map.entry("POST /account/tokens", "label=a role=viewer days=1"),
          Map.entry("POST /administration/users", "name=new organisation=ours role=viewer"),
          Map.entry("POST /administration/users/{id}", "organisation=ours role=viewer"),
          Map.entry("POST /administration/organisations", "id=third name=Third"),
          Map.entry("POST /password/{token}", "password=a again=b"));

  static Route of(String method, String pattern) {
    String sent = SENT.getOrDefault(method + " " + pattern, "");
    int body = sent.indexOf('|');
    String fields = (body < 0 ? sent : sent.substring(0, body)).strip();
    return new Route(
        method,
        pattern,
        fields.isEmpty() ? List.of() : List.of(fields.split(" ")),
        body < 0 ? null : sent.substring(body + 1).strip());
  }

  /** Things by the name of their variable; ids by the first parts of the path. */
  String path(Map<String, String> things) {
    Matcher variables = VARIABLE.matcher(pattern);
    StringBuilder path = new StringBuilder();
    while (variables.find()) {
      String before = pattern.substring(0, variables.start());
      String named = before.replaceFirst("^/api/v1", "") + variables.group(1);
      variables.appendReplacement(path, Matcher.quoteReplacement(thing(named, things)));
    }
    return variables.appendTail(path).toString();
  }

  private static String thing(String named, Map<String, String> things) {
    String plain = named.replaceAll("\\{\\w+(:[^}]*)?}", "*");
    String found = things.get(plain);
    if (found == null) {
      throw new IllegalStateException("nothing to ask for at " + plain);
    }
    return found;
  }

  /** Whether it asks for a thing that is somebody's. */
  boolean namesAThing(Map<String, String> ours, Map<String, String> absent) {
    return !path(ours).equals(path(absent))
        || !filled(fields + "" + body, ours).equals(filled(fields + "" + body, absent));
  }

  private static String filled(String text, Map<String, String> things) {
    String filled = text;
    for (Map.Entry<String, String> each : new TreeMap<>(things).entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }

  /** The same with one field, or the body, left out each time. */
  List<Route> withoutOne() {
    List<Route> without = new ArrayList<>();
    for (int k = 0; k < fields.size(); k++) {
      List<String> fewer = new ArrayList<>(fields);
      fewer.remove(k);
      without.add(new Route(method, pattern, fewer, body));
    }
    if (body != null) {
      without.add(new Route(method, pattern, fields, null));
    }
    return without;
  }

  /** The same with a text in place of one of its own each time: of a field, or of the body. */
  List<Route> with(String text) {
    List<Route> others = new ArrayList<>();
    for (int k = 0; k < fields.size(); k++) {
      List<String> other = new ArrayList<>(fields);
      other.set(k, fields.get(k).replaceFirst("=.*", "=" + Matcher.quoteReplacement(text)));
      others.add(new Route(method, pattern, other, body));
    }
    if (body != null && body.startsWith("{")) {
      int texts = texts(JSON.readTree(body), -1, text);
      for (int k = 0; k < texts; k++) {
        JsonNode other = JSON.readTree(body);
        texts(other, k, text);
        others.add(new Route(method, pattern, fields, JSON.writeValueAsString(other)));
      }
    }
    return others;
  }

  /** Counts the texts of a node, and puts another in place of the one with a number. */
  private static int texts(JsonNode node, int replaced, String text) {
    int texts = 0;
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        if (value.isString()) {
          if (texts++ == replaced) {
            object.put(name, text);
          }
        } else {
          texts += texts(value, replaced - texts, text);
        }
      }
    } else if (node instanceof ArrayNode list) {
      for (int k = 0; k < list.size(); k++) {
        if (list.get(k).isString()) {
          if (texts++ == replaced) {
            list.set(k, text);
          }
        } else {
          texts += texts(list.get(k), replaced - texts, text);
        }
      }
    }
    return texts;
  }

  AbstractMockHttpServletRequestBuilder<?> request(Map<String, String> things) {
    boolean page = !pattern.startsWith("/api/");
    AbstractMockHttpServletRequestBuilder<?> asked;
    String whole = of(method, pattern).body();
    if (whole != null && whole.equals("file")) {
      var form =
          MockMvcRequestBuilders.multipart(HttpMethod.valueOf(method), URI.create(path(things)));
      if (body != null && fields.stream().noneMatch(each -> each.startsWith("upload="))) {
        form.file(
            new MockMultipartFile(
                "attributes",
                "a.csv",
                "text/csv",
                "id,x\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      }
      asked = form;
    } else {
      asked = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path(things)));
      if (whole != null) {
        asked.contentType(
            whole.startsWith("{")
                ? MediaType.APPLICATION_JSON
                : MediaType.APPLICATION_OCTET_STREAM);
        asked.content(body == null ? "" : filled(body, things));
      }
    }
    for (String field : fields) {
      String[] parts = filled(field, things).split("=", 2);
      asked.param(parts[0], parts[1]);
    }
    if (method.equals("PUT") && pattern.matches("/api/v1/(drafts|partners).*")) {
      asked.header("If-Match", "\"1\"");
    }
    return page ? asked.accept(MediaType.TEXT_HTML, MediaType.ALL) : asked;
  }

  @Override
  public String toString() {
    return method + " " + pattern + " " + fields + (body == null ? "" : " with a body");
  }
}
