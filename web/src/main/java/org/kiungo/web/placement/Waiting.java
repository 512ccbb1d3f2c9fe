package org.kiungo.web.placement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.InputRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept on disk of a placement until its result is there, so that a stop of the server loses
 * nothing: the request, how often it began, and why it failed.
 *
 * @param body request as it was sent
 * @param attempts times it began
 * @param failure code of the refusal or fault that ended it; empty while it waits or runs
 * @param arguments of the failure's sentence
 */
record Waiting(String body, int attempts, String failure, List<String> arguments) {

  private static final String FILE = "request.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A request that has not begun. */
  static Waiting of(PlacementBody body) {
    return new Waiting(body.text(), 0, "", List.of());
  }

  Waiting begun() {
    return new Waiting(body, attempts + 1, failure, arguments);
  }

  Waiting failed(String code, List<String> with) {
    return new Waiting(body, attempts, code, with);
  }

  Waiting failed(InputRefused refused) {
    return failed(
        refused.code(), refused.arguments().values().stream().map(String::valueOf).toList());
  }

  void write(Path folder) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("body", body).put("attempts", attempts).put("failure", failure);
    arguments.forEach(json.putArray("arguments")::add);
    Files.createDirectories(folder);
    Path part = folder.resolve(FILE + ".part");
    Files.writeString(part, json.toString(), StandardCharsets.UTF_8);
    Durable.file(part);
    Files.move(part, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    Durable.folder(folder);
    Durable.folder(folder.toAbsolutePath().getParent());
  }

  /** What a folder holds; empty when there is none that can be read. */
  static Optional<Waiting> read(Path folder) {
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(folder.resolve(FILE)));
      List<String> arguments = new ArrayList<>();
      json.get("arguments").forEach(each -> arguments.add(each.asString()));
      return Optional.of(
          new Waiting(
              json.get("body").asString(),
              json.get("attempts").asInt(),
              json.get("failure").asString(),
              arguments));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
