package org.kiungo.web.store;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Makes the embedded database of a new data folder while the application is set up. */
public final class EarlyDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private FutureTask<Integer> made;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Environment settings = context.getEnvironment();
    Path data = Path.of(settings.getRequiredProperty("kiungo.data-dir"));
    Path folder = data.resolve(DataFolder.DATABASE);
    if (settings.getProperty("kiungo.db-url", "").isBlank() && !Databases.exists(folder)) {
      made = new FutureTask<>(() -> Databases.create(PrivateFiles.folder(folder)));
      Thread thread = new Thread(made, "database");
      thread.setDaemon(true);
      thread.start();
    }
    context.getBeanFactory().registerSingleton("earlyDatabase", this);
  }

  /** As {@link Databases#create}, and what that throws. */
  int created() {
    if (made == null) {
      return 0;
    }
    try {
      return made.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
