package org.kiungo.web.export;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.store.DataFolder;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Every list of the API is narrowed by its columns ({@code ?country=LSO&state=FINISHED}; of one
 * named twice either value) and goes as a table of them ({@code format=csv}). Names that are no
 * column are refused.
 */
@ControllerAdvice
public class ListAnswers implements ResponseBodyAdvice<Object> {

  private static final String API = "/api/v1/";
  private static final String FORMAT = "format";
  private static final String CSV = "csv";
  private static final List<String> FORMATS = List.of("json", CSV);

  /** What every address knows. */
  private static final String LANGUAGE = "lang";

  private final DataFolder data;

  ListAnswers(DataFolder data) {
    this.data = data;
  }

  /** Whether an address names all that it takes: else a name may be any. */
  private static boolean namesAll(Method method) {
    return Arrays.stream(method.getParameters())
        .allMatch(each -> each.getAnnotations().length > 0 || each.getType() == Locale.class);
  }

  private static Set<String> own(Method method) {
    Set<String> own = new TreeSet<>();
    for (int k = 0; k < method.getParameterCount(); k++) {
      MethodParameter each = new MethodParameter(method, k);
      RequestParam wanted = each.getParameterAnnotation(RequestParam.class);
      if (wanted != null) {
        each.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String said = wanted.name().isEmpty() ? wanted.value() : wanted.name();
        own.add(said.isEmpty() ? each.getParameterName() : said);
      }
    }
    return own;
  }

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    Method method = answer.getMethod();
    return method != null && namesAll(method) && ListColumns.of(method).isPresent();
  }

  @Override
  public Object beforeBodyWrite(
      Object body,
      MethodParameter answer,
      org.springframework.http.MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest asked,
      ServerHttpResponse response) {
    if (!(body instanceof List<?> rows)
        || !(asked instanceof ServletServerHttpRequest request)
        || !HttpMethod.GET.equals(asked.getMethod())
        || !request.getServletRequest().getRequestURI().startsWith(API)) {
      return body;
    }
    ListColumns columns = ListColumns.of(answer.getMethod()).orElseThrow();
    List<?> chosen = chosen(rows, columns, own(answer.getMethod()), request.getServletRequest());
    if (!CSV.equals(request.getServletRequest().getParameter(FORMAT))) {
      return chosen;
    }
    String address = request.getServletRequest().getRequestURI();
    response
        .getHeaders()
        .setContentType(
            org.springframework.http.MediaType.parseMediaType("text/csv;charset=UTF-8"));
    response
        .getHeaders()
        .setContentDisposition(
            ContentDisposition.attachment()
                .filename(address.substring(address.lastIndexOf('/') + 1) + "." + CSV)
                .build());
    write(chosen, columns, response);
    return null;
  }

  private static List<?> chosen(
      List<?> rows, ListColumns columns, Set<String> own, HttpServletRequest request) {
    Set<String> known = new TreeSet<>(own);
    columns.fields().forEach(each -> known.add(each.name()));
    known.addAll(List.of(FORMAT, LANGUAGE));
    List<?> chosen = rows;
    for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
      String name = each.getKey();
      if (!known.contains(name)) {
        throw new InputRefused("query.unknown", "found", name, "known", String.join(", ", known));
      }
      if (name.equals(FORMAT) && !FORMATS.contains(each.getValue()[0])) {
        throw new InputRefused(
            "export.formatUnknown",
            "found",
            each.getValue()[0],
            "allowed",
            String.join(", ", FORMATS));
      }
      if (!own.contains(name) && !name.equals(FORMAT) && !name.equals(LANGUAGE)) {
        chosen = chosen.stream().filter(row -> columns.has(row, name, each.getValue())).toList();
      }
    }
    return chosen;
  }

  private void write(List<?> rows, ListColumns columns, ServerHttpResponse response) {
    List<Feature> features = new ArrayList<>();
    for (Object row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      columns.fields().forEach(f -> cells.put(f.name(), columns.cell(row, f.name())));
      features.add(new Feature(features.size() + 1L, "", null, cells));
    }
    try {
      Path file = Files.createTempFile(data.folder(DataFolder.INCOMING), "list", "." + CSV);
      try {
        ExportFormat.named(CSV)
            .write(List.of(new ExportLayer("list", columns.fields(), features, null)), file);
        Files.copy(file, response.getBody());
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds to the description of a list how it is narrowed, and its table. */
  public static void describe(Operation operation, HandlerMethod handler) {
    Method method = handler.getMethod();
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    boolean read = mapping != null && List.of(mapping.method()).contains(RequestMethod.GET);
    if (!read || !namesAll(method)) {
      return;
    }
    ListColumns.of(method)
        .ifPresent(
            columns -> {
              Set<String> own = own(method);
              for (Field each : columns.fields()) {
                if (!own.contains(each.name())) {
                  operation.addParametersItem(
                      parameter(each.name(), new Schema<>().types(Set.of("string"))));
                }
              }
              StringSchema formats = new StringSchema();
              formats.setTypes(Set.of("string"));
              formats.setEnum(FORMATS);
              operation.addParametersItem(parameter(FORMAT, formats));
              ApiResponse refused = operation.getResponses().get("400");
              operation.getResponses().putIfAbsent("422", refused);
              operation
                  .getResponses()
                  .get("200")
                  .getContent()
                  .addMediaType(
                      "text/csv", new MediaType().schema(new Schema<>().types(Set.of("string"))));
            });
  }

  private static Parameter parameter(String name, Schema<?> schema) {
    return new Parameter().in("query").name(name).required(false).schema(schema);
  }
}
