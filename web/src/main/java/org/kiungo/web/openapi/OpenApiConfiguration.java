package org.kiungo.web.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.Planner;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What heads the description, and how its schemas are called. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  /** What the API hands out as an object of any kind is a cell: a number, a text, yes or no. */
  private static final Schema<?> CELL =
      new JsonSchema().types(new TreeSet<>(Set.of("number", "string", "boolean")));

  static {
    SpringDocUtils.getConfig()
        .replaceWithSchema(Object.class, CELL)
        .replaceWithSchema(StreamingResponseBody.class, new BinarySchema())
        .replaceWithSchema(SseEmitter.class, new StringSchema());
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .components(FileSchemas.components())
        .info(
            new Info()
                .title("Kiungo")
                .version(Planner.ENGINE_VERSION)
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
  }

  @Bean
  ModelResolver schemas(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), new Names()).openapi31(true);
  }

  /**
   * A record within another type is called after both: two of them may have the same short name.
   */
  private static final class Names extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
      Class<?> around = type.getEnclosingClass();
      String own = super.nameForClass(type, options);
      return around == null ? own : around.getSimpleName().replaceFirst("Controller$", "") + own;
    }
  }
}
