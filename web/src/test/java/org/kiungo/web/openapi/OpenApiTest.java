package org.kiungo.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.openapi.OpenApiDocument.Operation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/**
 * Drives every address that the description lists with what clients get wrong: none of it is a
 * fault of ours, and what it answers is compared with the description after each test, as after
 * every test of the API ({@link DescribedStatuses}). And everything that goes in or out has a type.
 */
@ApiTest
class OpenApiTest {

  private static final int TOO_LARGE = (1 << 20) + 1;

  @Autowired private MockMvc http;
  @Autowired private ApplicationContext application;

  private OpenApiDocument document() {
    return DescribedStatuses.read(application);
  }

  private MockHttpServletRequestBuilder to(Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]+}", "no-such-thing");
    return request(HttpMethod.valueOf(operation.method()), path);
  }

  private int status(MockHttpServletRequestBuilder asked) throws Exception {
    var answer = http.perform(asked).andReturn();
    int status = answer.getResponse().getStatus();
    assertThat(status)
        .as(() -> answer.getRequest().getMethod() + " " + answer.getRequest().getRequestURI())
        .isNotEqualTo(500);
    return status;
  }

  @Test
  void whatDoesNotExistIsDescribed() throws Exception {
    int missing = 0;
    for (Operation each : document().operations()) {
      if (status(filled(each)) == 404) {
        missing++;
      }
    }
    assertThat(missing).isGreaterThan(30);
  }

  /**
   * With every parameter that is needed, as a number where it is one, and an empty object as body.
   */
  private MockHttpServletRequestBuilder filled(Operation operation) {
    MockHttpServletRequestBuilder asked = to(operation);
    for (JsonNode parameter : operation.parameters("query")) {
      boolean text = parameter.get("schema").path("type").asString("").equals("string");
      asked.param(parameter.get("name").asString(), text ? "no-such-thing" : "1");
    }
    bodyType(operation).ifPresent(type -> asked.contentType(type).content("{}"));
    return asked;
  }

  private static java.util.Optional<String> bodyType(Operation operation) {
    return operation.node().has("requestBody")
        ? operation.node().get("requestBody").get("content").propertyNames().stream().findFirst()
        : java.util.Optional.empty();
  }

  /** Whoever follows a link to what is made in its turn sees a page that waits. */
  @Test
  void whatABrowserMayOpenTooEarlyHasAPageThatWaits() {
    List<Operation> made =
        document().operations().stream()
            .filter(each -> each.method().equalsIgnoreCase("GET"))
            .filter(each -> each.node().at("/responses").has("202"))
            .toList();
    assertThat(made).isNotEmpty();
    for (Operation each : made) {
      assertThat(each.node().at("/responses").toString()).as(each.path()).contains("text/html");
    }
  }

  /** Clients call operations by them. */
  @Test
  void everyOperationIsNamedAfterItsAddress() {
    List<String> names =
        document().operations().stream()
            .map(each -> each.node().get("operationId").asString())
            .toList();
    assertThat(names)
        .doesNotHaveDuplicates()
        .contains("get_plans", "get_plans_id_folder_zip", "post_datasets_inspect")
        .allMatch(each -> each.matches("(get|put|post|delete)_\\w+"));
  }

  @Test
  void nothingGivenIsDescribed() throws Exception {
    for (Operation each : document().operations()) {
      status(to(each));
    }
  }

  @Test
  void parametersOfTheWrongKindAreDescribed() throws Exception {
    for (Operation each : document().operations()) {
      for (String in : List.of("query", "header")) {
        for (JsonNode parameter : each.parameters(in)) {
          String name = parameter.get("name").asString();
          MockHttpServletRequestBuilder asked = filled(each);
          status(in.equals("query") ? asked.param(name, "x y") : asked.header(name, "x y"));
        }
      }
    }
  }

  @Test
  void bodiesThatCannotBeReadAreDescribed() throws Exception {
    for (Operation each : document().operations()) {
      if (bodyType(each).isPresent()) {
        String type = bodyType(each).orElseThrow();
        status(to(each).contentType(type).content("{"));
        status(to(each).contentType(type).content(""));
        status(to(each).contentType("text/plain").content("{}"));
        status(to(each).contentType(type).content(new byte[TOO_LARGE]));
      }
    }
  }

  @Test
  void othersAndOtherOriginsAreDescribed() throws Exception {
    int refused = 0;
    for (Operation each : document().operations()) {
      status(filled(each).header("Origin", "http://elsewhere.example"));
      if (status(filled(each).header("X-Forwarded-For", "192.0.2.1")) == 403) {
        refused++;
      }
    }
    assertThat(refused).isEqualTo(document().operations().size());
  }

  @Test
  void formsOfAnswersThatNoneCanGiveAreDescribed() throws Exception {
    int refused = 0;
    for (Operation each : document().operations()) {
      if (status(filled(each).accept("audio/midi")) == 406) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void everyBodyHasAType() {
    List<String> loose = new ArrayList<>();
    for (Operation each : document().operations()) {
      each.node()
          .get("responses")
          .properties()
          .forEach(answer -> requireTypes(each + " answers " + answer.getKey(), answer, loose));
      if (each.node().has("requestBody")) {
        requireTypes(each + " takes", Map.entry("", each.node().get("requestBody")), loose);
      }
      if (List.of("POST", "PUT").contains(each.method()) && !each.node().has("requestBody")) {
        assertThat(each.path())
            .as("takes nothing")
            .matches(
                ".*/(stop|again|undo|restore|keep|drafts|versions|uploads|attribution|joint|doubt|alternatives|backup|plan)");
      }
    }
    document()
        .root()
        .get("components")
        .get("schemas")
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(
                        field ->
                            require(
                                schema.getKey() + "." + field.getKey(), field.getValue(), loose)));
    assertThat(loose).isEmpty();
  }

  private static void requireTypes(
      String where, Map.Entry<String, JsonNode> described, List<String> loose) {
    String status = described.getKey();
    JsonNode content = described.getValue().path("content");
    if (content.isEmpty() && !List.of("204", "304").contains(status)) {
      loose.add(where + " nothing");
    }
    content
        .properties()
        .forEach(
            type -> {
              if (type.getKey().equals("*/*")) {
                loose.add(where + " anything");
              }
              require(where + " " + type.getKey(), type.getValue().path("schema"), loose);
            });
  }

  /** A schema that says what is in it, down to the elements of lists. */
  private static void require(String where, JsonNode schema, List<String> loose) {
    if (schema.has("$ref") || schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf")) {
      return;
    }
    String type = schema.path("type").isArray() ? "several" : schema.path("type").asString("");
    if (type.equals("array")) {
      require(where + "[]", schema.path("items"), loose);
    } else if (type.equals("object")) {
      if (!schema.has("properties") && !schema.path("additionalProperties").isObject()) {
        loose.add(where + " any object");
      }
    } else if (type.isEmpty()) {
      loose.add(where + " anything");
    }
  }
}
