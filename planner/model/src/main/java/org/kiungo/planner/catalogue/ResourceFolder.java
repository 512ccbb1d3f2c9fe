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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Finds every {@code *.yaml} of a folder on the class path, in directories, jars and jars inside
 * jars alike, so that adding a file is all it takes to add what it describes.
 */
final class ResourceFolder {

  private static final String ENDING = ".yaml";

  private ResourceFolder() {}

  /**
   * Bytes by file name without {@code .yaml}, sorted by name, so that the order of the class path
   * does not matter. A jar must hold an entry for the folder itself, as build tools write it.
   *
   * @param folder without slashes, such as {@code technology}
   * @throws InputRefused {@code catalogue.twice} when two places hold a file of the same name
   */
  static SortedMap<String, byte[]> read(ClassLoader loader, String folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Map<String, URL> placeOf = new HashMap<>();
    try {
      for (URL place : new LinkedHashSet<>(Collections.list(loader.getResources(folder)))) {
        SortedMap<String, byte[]> here = new TreeMap<>();
        URLConnection connection = place.openConnection();
        if (connection instanceof JarURLConnection inJar) {
          readJar(inJar, here);
        } else {
          readDirectory(Path.of(place.toURI()), here);
        }
        for (String name : here.keySet()) {
          URL other = placeOf.putIfAbsent(name, place);
          if (other != null) {
            String file = folder + "/" + name + ENDING;
            throw new InputRefused("catalogue.twice", "file", file, "one", other, "other", place);
          }
        }
        files.putAll(here);
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
        files.put(nameOf(file.getFileName().toString()), Files.readAllBytes(file));
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
            files.put(nameOf(name.substring(prefix.length())), bytes.readAllBytes());
          }
        }
      }
    }
  }

  private static String nameOf(String fileName) {
    return fileName.substring(0, fileName.length() - ENDING.length());
  }
}
