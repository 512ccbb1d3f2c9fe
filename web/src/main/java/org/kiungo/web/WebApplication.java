package org.kiungo.web;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The web application; only the {@code serve} command starts it. */
@SpringBootApplication
class WebApplication {

  /** Opens the port; throws when it cannot. */
  static void start(Map<String, Object> settings) {
    new SpringApplicationBuilder(WebApplication.class)
        .bannerMode(Banner.Mode.OFF)
        .run(
            settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
  }
}
