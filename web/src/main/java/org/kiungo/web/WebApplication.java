package org.kiungo.web;

import java.util.Map;
import org.kiungo.planner.model.InputRefused;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The web application; only the {@code serve} command starts it. */
@SpringBootApplication
class WebApplication {

  /**
   * Opens the port; throws when it cannot.
   *
   * @throws InputRefused when what it is told to work with cannot be worked with
   */
  static void start(Map<String, Object> settings) {
    try {
      new SpringApplicationBuilder(WebApplication.class)
          .bannerMode(Banner.Mode.OFF)
          .run(
              settings.entrySet().stream()
                  .map(each -> "--" + each.getKey() + "=" + each.getValue())
                  .toArray(String[]::new));
    } catch (RuntimeException failed) {
      for (Throwable each = failed; each != null; each = each.getCause()) {
        if (each instanceof InputRefused refused) {
          throw refused;
        }
      }
      throw failed;
    }
  }
}
