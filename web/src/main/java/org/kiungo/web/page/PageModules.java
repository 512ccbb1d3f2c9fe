package org.kiungo.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which script modules a page needs, so that a browser fetches them together: one import after the
 * other would cost a round trip each.
 */
final class PageModules {

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import\\b[^;]*?'\\./([\\w-]+)\\.js';");

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  /** Names of all modules that a module needs, without itself. */
  public List<String> of(String module) {
    return known.computeIfAbsent(
        module,
        name -> {
          Set<String> found = new LinkedHashSet<>();
          collect(name, found);
          found.remove(name);
          return List.copyOf(found);
        });
  }

  private static void collect(String module, Set<String> found) {
    if (!found.add(module)) {
      return;
    }
    Matcher imports = IMPORT.matcher(source(module));
    while (imports.find()) {
      collect(imports.group(1), found);
    }
  }

  private static String source(String module) {
    try (InputStream in = PageModules.class.getResourceAsStream("/static/js/" + module + ".js")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
