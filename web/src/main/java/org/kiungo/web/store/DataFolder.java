package org.kiungo.web.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder given by {@code --data-dir}: embedded database, plan folders, uploads. */
@Component
public class DataFolder {

  /** Folder of the embedded database inside. */
  public static final String DATABASE = "database";

  private final Path root;

  DataFolder(@Value("${kiungo.data-dir}") Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** A folder of its own inside, made when absent. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }
}
