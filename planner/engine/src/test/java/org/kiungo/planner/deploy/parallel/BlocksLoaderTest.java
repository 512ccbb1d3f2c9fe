package org.kiungo.planner.deploy.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Services of a jar within a jar are found by its class loader alone. */
class BlocksLoaderTest {

  @Test
  void threadsFindServicesAsWhoeverAsked() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader own = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(own);
      assertThat(Blocks.each(8, 2, k -> Thread.currentThread().getContextClassLoader()))
          .containsOnly(own);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
