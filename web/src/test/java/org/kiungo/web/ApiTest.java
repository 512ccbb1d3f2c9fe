package org.kiungo.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kiungo.web.openapi.AnsweredStatuses;
import org.kiungo.web.openapi.DescribedStatuses;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on an empty data folder, planning the tiny world, without samples. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = WebApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "kiungo.samples.enabled=false",
      "kiungo.today.ahead=false",
      "kiungo.worker.apart=false"
    })
@AutoConfigureMockMvc
@Import({TinyWorld.Beans.class, AnsweredStatuses.class})
@ExtendWith(DescribedStatuses.class)
@ContextConfiguration(initializers = ApiTest.EmptyDataFolder.class)
public @interface ApiTest {

  /** Makes a new data folder for each application. */
  class EmptyDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
        TestPropertyValues.of("kiungo.data-dir=" + folder.toAbsolutePath()).applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
