package org.kiungo.web.cli.console;

import org.kiungo.planner.folder.ScenarioJson;
import org.kiungo.web.json.Numbers;
import tools.jackson.databind.json.JsonMapper;

/** The one object that {@code --json} prints. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(Numbers.unknownAsNull())
          .addModule(ScenarioJson.levers())
          .build();

  private Json() {}

  public static String write(Object object) {
    return MAPPER.writeValueAsString(object);
  }
}
