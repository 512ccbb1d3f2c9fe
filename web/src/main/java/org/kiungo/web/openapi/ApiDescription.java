package org.kiungo.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kiungo.web.export.ListAnswers;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Completes the description of every address: its sentence, its body, its statuses. */
@Component
class ApiDescription implements OperationCustomizer {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String BYTES = "application/octet-stream";
  private static final String FORM = "multipart/form-data";
  private static final String ANY = "*/*";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Answers answers = handler.getMethodAnnotation(Answers.class);
    operation.setSummary(summary(handler));
    describeBody(operation, handler, answers == null ? "" : answers.takes());
    SortedSet<Integer> statuses = derived(operation);
    if (answers != null) {
      Arrays.stream(answers.value()).forEach(statuses::add);
    }
    describeAnswers(operation, statuses, answers == null ? List.of() : List.of(answers.type()));
    if (answers != null) {
      Arrays.stream(answers.told()).forEach(status -> tell(operation.getResponses(), status));
    }
    if (Arrays.stream(mapping(handler).path())
        .anyMatch(path -> path.contains("/exports/{format}"))) {
      operation.getResponses().values().forEach(ApiDescription::refuseOnAPage);
    }
    if (answers != null && !answers.gives().isEmpty()) {
      operation
          .getResponses()
          .get("200")
          .getContent()
          .values()
          .forEach(each -> each.setSchema(FileSchemas.of(answers.gives())));
    }
    ListAnswers.describe(operation, handler);
    return operation;
  }

  /** Who opens a file's address in a browser reads on a page why it is refused. */
  private static void refuseOnAPage(ApiResponse answer) {
    if (answer.getContent() != null && answer.getContent().containsKey(PROBLEM)) {
      answer
          .getContent()
          .addMediaType(
              "text/html", new MediaType().schema(new Schema<>().types(Set.of("string"))));
    }
  }

  /** As the page for people has it. */
  private static String summary(HandlerMethod handler) {
    String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
    return Words.in(Languages.DEFAULT)
        .text("api." + controller + "." + handler.getMethod().getName());
  }

  private static void describeBody(Operation operation, HandlerMethod handler, String takes) {
    if (!takes.isEmpty()) {
      operation.setRequestBody(body(JSON, FileSchemas.of(takes)));
    } else if (Arrays.asList(mapping(handler).consumes()).contains(BYTES)) {
      operation.setRequestBody(body(BYTES, new BinarySchema()));
    } else if (operation.getRequestBody() == null) {
      findForm(operation).ifPresent(form -> takeForm(operation, form));
    }
  }

  private static RequestMapping mapping(HandlerMethod handler) {
    return AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
  }

  private static RequestBody body(String type, Schema<?> schema) {
    return new RequestBody().required(true).content(content(List.of(type), schema));
  }

  /** A form of many fields comes as parts of the body, which springdoc takes for the address. */
  private static Optional<Parameter> findForm(Operation operation) {
    return parameters(operation).stream()
        .filter(
            each ->
                each.getName().equals("form")
                    && each.getSchema() != null
                    && each.getSchema().get$ref() != null)
        .findFirst();
  }

  private static void takeForm(Operation operation, Parameter form) {
    List<Parameter> others = new ArrayList<>(operation.getParameters());
    others.remove(form);
    operation.setParameters(others);
    operation.setRequestBody(body(FORM, form.getSchema()));
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  /** Statuses that follow from what an address takes. */
  private static SortedSet<Integer> derived(Operation operation) {
    // a query that cannot be read; nobody known, where there are accounts; from another machine, or
    // in another role; under a name that is not the server's; a fault of ours; the database away;
    // no space left; more than its share asked by one machine
    SortedSet<Integer> statuses = new TreeSet<>(List.of(400, 401, 403, 421, 429, 500, 503, 507));
    List<Parameter> parameters = parameters(operation);
    if (parameters.stream().anyMatch(each -> each.getIn().equals("path"))) {
      // what is named is not there; the files of the plan that it is, or is of, were changed
      statuses.addAll(List.of(404, 409));
    }
    if (!parameters.isEmpty()) {
      statuses.add(422);
    }
    if (operation.getResponses().values().stream().anyMatch(each -> each.getContent() != null)) {
      statuses.add(406);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(List.of(400, 408, 413, 415, 422));
    }
    return statuses;
  }

  private static String type(Schema<?> schema) {
    return schema.getTypes() == null ? schema.getType() : schema.getTypes().iterator().next();
  }

  private static void describeAnswers(
      Operation operation, SortedSet<Integer> statuses, List<String> types) {
    ApiResponses described = operation.getResponses();
    boolean successSaid = statuses.stream().anyMatch(each -> each < 300);
    String usual = described.keySet().iterator().next();
    ApiResponse success = described.get(usual);
    if (success.getContent() != null) {
      success.setContent(typed(success.getContent(), types));
    }
    ApiResponses all = new ApiResponses();
    if (!successSaid) {
      statuses.add(Integer.parseInt(usual));
    }
    for (int status : statuses) {
      all.addApiResponse(String.valueOf(status), answer(status, success));
    }
    operation.setResponses(all);
  }

  /** Adds the body of the success to those that a refusal may have. */
  private static void tell(ApiResponses answers, int status) {
    Content refusal = answers.get(String.valueOf(status)).getContent();
    answers.entrySet().stream()
        .filter(each -> each.getKey().startsWith("2"))
        .forEach(each -> refusal.putAll(each.getValue().getContent()));
  }

  private static ApiResponse answer(int status, ApiResponse success) {
    ApiResponse answer =
        new ApiResponse().description(HttpStatus.valueOf(status).getReasonPhrase());
    if (status < 300) {
      return status == 204 ? answer : answer.content(success.getContent());
    }
    return status == 304
        ? answer
        : answer.content(content(List.of(PROBLEM), new Schema<>().$ref(FileSchemas.REFUSAL)));
  }

  private static Content typed(Content found, List<String> types) {
    MediaType any = found.get(ANY);
    found.values().forEach(each -> each.setSchema(rawBytes(each.getSchema())));
    if (any == null && types.isEmpty()) {
      return found;
    }
    Schema<?> schema = found.values().iterator().next().getSchema();
    return content(types.isEmpty() ? List.of(JSON) : types, schema);
  }

  /** Bytes travel as they are, not in base 64. */
  private static Schema<?> rawBytes(Schema<?> schema) {
    return "byte".equals(schema.getFormat()) ? new BinarySchema() : schema;
  }

  private static Content content(List<String> types, Schema<?> schema) {
    Content content = new Content();
    types.forEach(type -> content.addMediaType(type, new MediaType().schema(schema)));
    return content;
  }
}
