package org.kiungo.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of the repository, without what builds leave behind. */
final class Repository {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final String SOURCES = "src/main/java";
  private static final List<String> LEFT_BEHIND = List.of("target", "node_modules", ".git");

  private static final List<Path> KEPT = kept();

  private Repository() {}

  static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files by how their path from the root ends. */
  static List<Path> files(String ending) {
    return KEPT.stream().filter(file -> ("/" + file).endsWith(ending)).toList();
  }

  private static List<Path> kept() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
              return LEFT_BEHIND.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
              found.add(ROOT.relativize(file));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().toList();
  }

  /** Packages of the product with code in them, without {@code org.kiungo}, and their modules. */
  static SortedMap<String, SortedSet<String>> packages() {
    SortedMap<String, SortedSet<String>> modules = new TreeMap<>();
    for (Path file : files(".java")) {
      String path = file.getParent().toString().replace('\\', '/');
      int at = path.indexOf(SOURCES + "/org/kiungo");
      if (at > 0 && !file.endsWith("package-info.java")) {
        String name = path.substring(at + SOURCES.length() + 1).replace('/', '.');
        modules
            .computeIfAbsent(name.replaceFirst("^org\\.kiungo\\.?", ""), each -> new TreeSet<>())
            .add(path.substring(0, at - 1));
      }
    }
    return modules;
  }
}
