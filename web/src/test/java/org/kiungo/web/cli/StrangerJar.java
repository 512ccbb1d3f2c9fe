package org.kiungo.web.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A jar as somebody outside the project would build it, from {@code src/test/stranger}. */
final class StrangerJar {

  private static final Path SOURCE = Path.of("src/test/stranger");

  private StrangerJar() {}

  /** Compiles the sources and packs them with the files beside them. */
  static Path build(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (Path each : files(SOURCE)) {
      if (each.toString().endsWith(".java")) {
        arguments.add(each.toString());
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the stranger's sources do not compile");
    }
    Path jar = folder.resolve("stranger.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      add(out, SOURCE);
      add(out, classes);
    }
    return jar;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(each -> !each.equals(root)).sorted().toList();
    }
  }

  /** Folders get entries of their own, as {@code jar} and build tools write them. */
  private static void add(JarOutputStream out, Path root) throws IOException {
    for (Path each : files(root)) {
      String name = root.relativize(each).toString().replace('\\', '/');
      if (Files.isDirectory(each) && !name.startsWith("org")) {
        out.putNextEntry(new JarEntry(name + "/"));
      } else if (Files.isRegularFile(each) && !name.endsWith(".java")) {
        out.putNextEntry(new JarEntry(name));
        Files.copy(each, out);
      }
    }
  }
}
