package org.kiungo.web.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders and files that are their owner's alone (700 and 600), whatever the account that runs
 * Kiungo lets others read of what it makes; where the file system knows no such thing, nothing.
 */
public final class PrivateFiles {

  private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /** Makes a folder, with those above it that are absent; one that is there becomes private too. */
  public static Path folder(Path folder) throws IOException {
    boolean known = isKnown(folder.getFileSystem().supportedFileAttributeViews());
    FileAttribute<?>[] own =
        known
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FOLDER)}
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, own);
    keep(folder, FOLDER);
    return folder;
  }

  private static boolean isKnown(Set<String> views) {
    return views.contains("posix");
  }

  /** Makes a file private; links are left alone, as is what is gone by then. */
  public static void file(Path file) throws IOException {
    keep(file, FILE);
  }

  /** Makes everything in a folder private, and the folder itself. */
  public static void all(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts)
              throws IOException {
            keep(folder, FOLDER);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            if (facts.isRegularFile()) {
              keep(file, FILE);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failure) {
            LOG.debug("{} is passed over: {}", path, failure.toString());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void keep(Path path, Set<PosixFilePermission> wanted) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null || Files.isSymbolicLink(path)) {
      return;
    }
    try {
      PosixFileAttributes facts = view.readAttributes();
      if (!facts.permissions().equals(wanted)) {
        view.setPermissions(wanted);
      }
    } catch (NoSuchFileException gone) {
      // by somebody else meanwhile
    } catch (IOException others) {
      LOG.warn("{} may be read by others: {}", path, others.toString());
    }
  }
}
