package org.kiungo.web;

import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.sample.HeadStart;
import org.kiungo.web.store.EarlyDatabase;
import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;

/**
 * The web application; only the {@code serve} command starts it. What secures it is configured
 * where there are accounts, and nowhere else.
 */
@SpringBootApplication(
    exclude = {
      SecurityAutoConfiguration.class,
      ServletWebSecurityAutoConfiguration.class,
      SecurityFilterAutoConfiguration.class,
      ManagementWebSecurityAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class,
      OAuth2ClientAutoConfiguration.class,
      OAuth2ClientWebSecurityAutoConfiguration.class
    })
class WebApplication {

  /**
   * For the build, which sets the application up without beginning anything: {@link BuiltSetup}.
   */
  public static void main(String[] args) {
    bare().run(args);
  }

  private static SpringApplicationBuilder bare() {
    return new SpringApplicationBuilder(WebApplication.class)
        .main(WebApplication.class)
        .bannerMode(Banner.Mode.OFF);
  }

  static SpringApplicationBuilder application() {
    return bare().initializers(new EarlyDatabase(), new HeadStart());
  }

  /**
   * Opens the port; throws when it cannot.
   *
   * @throws InputRefused when what it is told to work with cannot be worked with
   */
  static void start(Map<String, Object> settings) {
    if (BuiltSetup.suits(settings)) {
      System.setProperty(AotDetector.AOT_ENABLED, "true");
    }
    try {
      application()
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
