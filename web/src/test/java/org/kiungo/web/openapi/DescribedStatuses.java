package org.kiungo.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kiungo.web.openapi.AnsweredStatuses.Answered;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test after which the application has answered a status, or a type of body, that its
 * description lacks.
 */
public final class DescribedStatuses implements AfterEachCallback {

  private static final Map<ApplicationContext, OpenApiDocument> DOCUMENTS =
      new ConcurrentHashMap<>();

  @Override
  public void afterEach(ExtensionContext test) {
    ApplicationContext application = SpringExtension.getApplicationContext(test);
    OpenApiDocument document = DOCUMENTS.computeIfAbsent(application, DescribedStatuses::read);
    List<Answered> undescribed =
        application.getBean(AnsweredStatuses.class).all().stream()
            .filter(
                each ->
                    document
                        .find(each.method(), each.path())
                        .filter(operation -> !operation.has(each.status(), each.type()))
                        .isPresent())
            .toList();
    assertThat(undescribed).as("answers that /api/v1/openapi does not describe").isEmpty();
  }

  static OpenApiDocument read(ApplicationContext application) {
    try {
      String text =
          application
              .getBean(MockMvc.class)
              .perform(MockMvcRequestBuilders.get("/api/v1/openapi"))
              .andReturn()
              .getResponse()
              .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
      return new OpenApiDocument(JsonMapper.builder().build().readTree(text));
    } catch (Exception e) {
      throw new IllegalStateException("cannot read the description", e);
    }
  }
}
