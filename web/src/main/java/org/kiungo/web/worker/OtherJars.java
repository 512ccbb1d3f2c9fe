package org.kiungo.web.worker;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jars from outside, read where somebody names them and nowhere else. The executable jar is started
 * by a launcher that knows of none; only with {@code loader.path} or {@code LOADER_PATH} is it
 * started once more by the one of Spring Boot that adds jars. That one also reads {@code
 * loader.properties} and a manifest of the folder it takes for its home, by default the working
 * directory, in which others may have laid them: it is given that of Java itself.
 */
public final class OtherJars {

  /** Starts the classes of an executable jar with libraries inside. */
  static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

  private static final String PATH = "loader.path";
  static final String HOME = "loader.home";
  private static final String STARTED = "kiungo.other-jars";

  private OtherJars() {}

  /**
   * Starts the jar again with those that are named.
   *
   * @param main class of it to start
   * @return false where none are, or where that has been done
   */
  public static boolean start(Class<?> main, String[] args) throws ReflectiveOperationException {
    Optional<String> named = named(System.getProperty(PATH), System.getenv("LOADER_PATH"));
    if (named.isEmpty() || !isPacked() || areThere()) {
      return false;
    }
    System.setProperty(STARTED, "true");
    System.setProperty(HOME, home());
    System.setProperty(PATH, named.get());
    System.setProperty("loader.main", main.getName());
    try {
      Class.forName(LAUNCHER).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    return true;
  }

  /** Whether this was started with those that are named. */
  public static boolean areThere() {
    return System.getProperty(STARTED) != null;
  }

  /** Their places, in whichever folder this is read later; empty for none. */
  static Optional<String> named(String property, String environment) {
    String named = property == null ? environment : property;
    return named == null || named.isBlank()
        ? Optional.empty()
        : Optional.of(
            Stream.of(named.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> new File(each).getAbsolutePath())
                .collect(Collectors.joining(",")));
  }

  /** Whether this Java was started from the executable jar. */
  static boolean isPacked() {
    return ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
  }

  /** Java's own folder: whoever can write there needs no other way in. */
  static String home() {
    return System.getProperty("java.home");
  }
}
