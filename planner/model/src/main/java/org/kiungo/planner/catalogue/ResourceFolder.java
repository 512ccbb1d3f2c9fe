package org.kiungo.planner.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds every {@code *.yaml} of a folder on the class path, in directories, jars and jars inside
 * jars alike, so that adding a file is all it takes to add what it describes.
 */
final class ResourceFolder {

  private static final String ENDING = ".yaml";

  private ResourceFolder() {}

  /**
   * Bytes by file name without {@code .yaml}, sorted by name; of two files with the same name the
   * first on the class path counts.
   *
   * @param folder without slashes, such as {@code technology}
   */
  static SortedMap<String, byte[]> read(ClassLoader loader, String folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      List<URL> places = Collections.list(loader.getResources(folder));
      for (URL place : places) {
        URLConnection connection = place.openConnection();
        if (connection instanceof JarURLConnection inJar) {
          readJar(inJar, files);
        } else {
          readDirectory(Path.of(place.toURI()), files);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the catalogue folder " + folder, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds no readable folder " + folder, e);
    }
    return files;
  }

  private static void readDirectory(Path directory, SortedMap<String, byte[]> files)
      throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path file : entries.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        files.putIfAbsent(nameOf(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
  }

  private static void readJar(JarURLConnection connection, SortedMap<String, byte[]> files)
      throws IOException {
    String entryName = connection.getEntryName();
    String prefix = entryName.endsWith("/") ? entryName : entryName + "/";
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        boolean directlyInside = name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0;
        if (directlyInside && name.endsWith(ENDING)) {
          try (InputStream bytes = jar.getInputStream(entry)) {
            files.putIfAbsent(nameOf(name.substring(prefix.length())), bytes.readAllBytes());
          }
        }
      }
    }
  }

  private static String nameOf(String fileName) {
    return fileName.substring(0, fileName.length() - ENDING.length());
  }
}
