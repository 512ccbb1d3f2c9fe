package org.kiungo.web.cli;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Hands each command what its constructor asks for: the words, or the server to start. */
class CommandFactory implements CommandLine.IFactory {

  private final CommandLine.IFactory defaults = CommandLine.defaultFactory();
  private final Words words;
  private final Consumer<Map<String, Object>> server;

  CommandFactory(Words words, Consumer<Map<String, Object>> server) {
    this.words = words;
    this.server = server;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ServeCommand.class) {
      return type.cast(new ServeCommand(words, server));
    }
    if (type == CommonOptions.class) {
      return type.cast(new CommonOptions(words));
    }
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      if (each.getParameterCount() == 1 && each.getParameterTypes()[0] == Words.class) {
        return type.cast(each.newInstance(words));
      }
    }
    return defaults.create(type);
  }
}
