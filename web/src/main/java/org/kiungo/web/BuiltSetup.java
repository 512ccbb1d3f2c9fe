package org.kiungo.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The executable jar carries which beans there are and how they are made, worked out at the build
 * (Spring's ahead-of-time processing) as of the plain {@code serve}: nothing is searched for at the
 * start, which takes an eighth of it. Whatever may add a bean or leave one out is set up anew:
 * accounts, an address for metrics, a database elsewhere, another form of logs, other jars, and any
 * setting from elsewhere that decides on beans or is the libraries'.
 */
final class BuiltSetup {

  /** What Spring makes of the application at the build; only the executable jar has it. */
  private static final String MADE =
      "/org/kiungo/web/WebApplication__BeanFactoryRegistrations.class";

  /** Settings of Kiungo's own that decide on beans. */
  static final List<String> DECIDING = List.of("kiungo.accounts", "kiungo.worker.apart");

  /** A database elsewhere, by option and by variable. */
  private static final List<String> DATABASE = List.of("kiungo.db-url", "kiungo.db.url");

  /** How those of the libraries begin. */
  private static final List<String> LIBRARIES =
      List.of("spring.", "server.", "management.", "logging.", "springdoc.");

  private BuiltSetup() {}

  /**
   * @param settings that the command line gives
   */
  static boolean suits(Map<String, Object> settings) {
    return isOfTheJar()
        && WebApplication.class.getResource(MADE) != null
        && isPlain(settings)
        && isPlain(
            Stream.concat(
                System.getenv().keySet().stream(),
                System.getProperties().stringPropertyNames().stream()),
            Path.of(""));
  }

  /** By name: the loader was itself loaded by another. */
  private static boolean isOfTheJar() {
    ClassLoader own = BuiltSetup.class.getClassLoader();
    return own.getClass().getName().equals(LibraryClassLoader.class.getName());
  }

  static boolean isPlain(Map<String, Object> settings) {
    return !Boolean.TRUE.equals(settings.get("kiungo.accounts"))
        && settings.get("kiungo.db-url") == null
        && settings.keySet().stream()
            .noneMatch(each -> each.startsWith("management.") || each.startsWith("logging."));
  }

  /**
   * @param names of variables and properties
   * @param folder that the server is started from
   */
  static boolean isPlain(Stream<String> names, Path folder) {
    return names
            .map(each -> each.toLowerCase(Locale.ROOT).replace('_', '.'))
            .noneMatch(
                each -> DECIDING.contains(each) || DATABASE.contains(each) || isOfLibraries(each))
        && !hasSettings(folder);
  }

  private static boolean isOfLibraries(String name) {
    return LIBRARIES.stream().anyMatch(name::startsWith);
  }

  /** Where Spring looks for them: here, in {@code config}, and in its folders. */
  private static boolean hasSettings(Path folder) {
    Path config = folder.resolve("config");
    try (Stream<Path> here = Files.find(folder, 1, BuiltSetup::isOfSettings);
        Stream<Path> below =
            Files.isDirectory(config)
                ? Files.find(config, 2, BuiltSetup::isOfSettings)
                : Stream.empty()) {
      return here.findAny().isPresent() || below.findAny().isPresent();
    } catch (IOException | UncheckedIOException unreadable) {
      return true;
    }
  }

  private static boolean isOfSettings(Path file, BasicFileAttributes facts) {
    return !facts.isDirectory() && file.getFileName().toString().startsWith("application");
  }
}
