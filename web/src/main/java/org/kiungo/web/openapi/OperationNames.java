package org.kiungo.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Names every operation by its method and address in words: {@code GET
 * /api/v1/plans/{id}/folder.zip} is {@code get_plans_id_folder_zip}. Clients that are made from the
 * description keep their names whatever a method of ours is called.
 */
@Component
class OperationNames implements OpenApiCustomizer {

  private static final String API = "/api/v1";

  @Override
  public void customise(OpenAPI description) {
    description
        .getPaths()
        .forEach(
            (path, methods) ->
                methods
                    .readOperationsMap()
                    .forEach((method, each) -> each.setOperationId(name(method.name(), path))));
  }

  private static String name(String method, String path) {
    String address = path.startsWith(API) ? path.substring(API.length()) : path;
    String words = address.replaceAll("[^A-Za-z0-9]+", " ").strip().replace(' ', '_');
    return method.toLowerCase(Locale.ROOT) + (words.isEmpty() ? "" : "_" + words);
  }
}
