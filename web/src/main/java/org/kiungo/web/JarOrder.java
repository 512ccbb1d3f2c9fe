package org.kiungo.web;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Has the executable jar look for a class where it probably is. Its class loader asks the libraries
 * one after the other, in the order of their names, and there are some 190: of the 12,000 classes
 * of a start each was looked for in vain in 100 of them.
 */
final class JarOrder {

  /** Libraries that most classes of a start come from, most first; their versions left out. */
  static final List<String> FIRST =
      List.of(
          "spring-core",
          "h2",
          "jackson-databind",
          "tomcat-embed-core",
          "spring-boot",
          "thymeleaf",
          "hibernate-validator",
          "spring-web",
          "spring-context",
          "kiungo-planner-model",
          "spring-beans",
          "flyway-core",
          "logback-core",
          "spring-webmvc",
          "optaplanner-core-impl",
          "kiungo-planner-engine",
          "kiungo-geodata",
          "spring-boot-autoconfigure",
          "picocli",
          "jackson-core",
          "snakeyaml",
          "micrometer-core",
          "jts-core",
          "kiungo-planner-verify",
          "spring-boot-actuator",
          "spring-expression",
          "spring-aop",
          "logback-classic",
          "db-scheduler");

  private JarOrder() {}

  /**
   * Starts a class again, by a class loader of the same kind on the same libraries.
   *
   * @param method of the class, static, that takes the arguments
   * @return false where it was not started from the executable jar
   */
  static boolean start(Class<?> main, String method, String[] args)
      throws ReflectiveOperationException {
    ClassLoader launched = main.getClassLoader();
    if (!launched.getClass().getName().endsWith(".LaunchedClassLoader")) {
      return false;
    }
    ClassLoader ordered =
        (ClassLoader)
            launched
                .getClass()
                .getConstructor(boolean.class, URL[].class, ClassLoader.class)
                .newInstance(
                    false, ordered(((URLClassLoader) launched).getURLs()), launched.getParent());
    Thread.currentThread().setContextClassLoader(ordered);
    try {
      ordered
          .loadClass(main.getName())
          .getMethod(method, String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    return true;
  }

  /** What is no library keeps its place before all, and the others theirs among themselves. */
  static URL[] ordered(URL... urls) {
    URL[] ordered = urls.clone();
    Arrays.sort(ordered, Comparator.comparingInt(JarOrder::rank));
    return ordered;
  }

  private static int rank(URL url) {
    String path = url.getPath();
    if (!path.endsWith(".jar!/")) {
      return -1;
    }
    String name = path.substring(path.lastIndexOf('/', path.length() - 3) + 1);
    int rank = FIRST.indexOf(name.replaceFirst("-[0-9].*", ""));
    return rank < 0 ? FIRST.size() : rank;
  }
}
