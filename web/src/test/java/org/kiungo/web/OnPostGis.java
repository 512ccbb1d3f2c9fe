package org.kiungo.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The application of {@link ApiTest} in a schema of its own on a PostGIS server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
    named = "KIUNGO_POSTGIS_URL",
    matches = "jdbc:.+",
    disabledReason = "skipped: no PostGIS server (set KIUNGO_POSTGIS_URL)")
@ContextConfiguration(initializers = OnPostGis.SchemaOfItsOwn.class)
public @interface OnPostGis {

  /** Gives the application a new schema of the server. */
  class SchemaOfItsOwn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      String url = System.getenv("KIUNGO_POSTGIS_URL");
      String schema = "web_" + UUID.randomUUID().toString().replace("-", "");
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute("create extension if not exists postgis");
        statement.execute("create schema " + schema);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      String own = url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema + ",public";
      TestPropertyValues.of("kiungo.db-url=" + own).applyTo(context);
    }
  }
}
