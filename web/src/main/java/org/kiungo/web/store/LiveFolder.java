package org.kiungo.web.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A folder in which others write, rename and delete meanwhile. {@link Files#walk} and {@link
 * Files#find} fail at the first file that is gone when they look at it.
 */
public final class LiveFolder {

  private LiveFolder() {}

  /**
   * What lies in a folder, in the order of names; what is gone by the time it is looked at is
   * passed over.
   *
   * @param depth levels below the folder; what lies deeper is not looked at
   */
  public static List<Path> find(
      Path folder, int depth, BiPredicate<Path, BasicFileAttributes> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes facts) {
            if (wanted.test(path, facts)) {
              found.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    Collections.sort(found);
    return found;
  }
}
