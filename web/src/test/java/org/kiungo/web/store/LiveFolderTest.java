package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFolderTest {

  private static final int LOOKS = 300;

  @TempDir private Path root;

  /** Another server on the same folder finishes plans while this one looks for what was left. */
  @Test
  void whatVanishesMeanwhileIsPassedOver() throws Exception {
    Path plans = Files.createDirectories(root.resolve("plans"));
    Path kept = Files.writeString(plans.resolve("kept"), "1");
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<?> writing = other.submit(() -> finishPlans(plans, over));
    other.shutdown();
    try {
      for (int look = 0; look < LOOKS; look++) {
        assertThat(LiveFolder.find(root, 2, (path, facts) -> path.equals(kept)))
            .containsExactly(kept);
      }
    } finally {
      over.set(true);
    }
    writing.get();
  }

  private static void finishPlans(Path plans, AtomicBoolean over) {
    try {
      for (int k = 0; !over.get(); k++) {
        Path part = Files.createDirectory(plans.resolve(k % 50 + ".part"));
        Path done = plans.resolve(k % 50 + "");
        Files.move(part, done);
        Files.delete(done);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void filesAndFoldersAreFoundDownToALevel() throws IOException {
    Files.createDirectories(root.resolve("a/b/c"));
    Files.writeString(root.resolve("a/x"), "");
    Files.writeString(root.resolve("y"), "");
    assertThat(LiveFolder.find(root, 2, (path, facts) -> true))
        .containsExactly(root.resolve("a/b"), root.resolve("a/x"), root.resolve("y"));
    assertThat(LiveFolder.find(root, 2, LiveFolderTest::isFile))
        .containsExactly(root.resolve("a/x"), root.resolve("y"));
    assertThat(LiveFolder.find(root.resolve("none"), 1, (path, facts) -> true)).isEmpty();
  }

  private static boolean isFile(Path path, BasicFileAttributes facts) {
    return facts.isRegularFile();
  }
}
