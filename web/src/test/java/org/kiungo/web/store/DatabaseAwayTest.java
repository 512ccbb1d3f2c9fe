package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is answered while the database is away: that it is, and when to ask again. */
@ApiTest
@Import(DatabaseAwayTest.Beans.class)
class DatabaseAwayTest {

  private static final List<String> READ =
      List.of(
          "/api/v1/plans",
          "/api/v1/plans/lso-1",
          "/api/v1/plans/lso-1/comments",
          "/api/v1/runs",
          "/api/v1/runs/1",
          "/api/v1/runs/1/events",
          "/api/v1/datasets",
          "/b/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

  @Autowired private MockMvc http;
  @Autowired private Switched database;

  /** A database that can be taken away. */
  static final class Switched extends DelegatingDataSource {

    private volatile boolean away;

    Switched(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (away) {
        throw new SQLTransientConnectionException("no connection within 1500 ms");
      }
      return super.getConnection();
    }
  }

  @TestConfiguration
  static class Beans {

    @Bean
    static BeanPostProcessor switchedDatabase() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource found ? new Switched(found) : bean;
        }
      };
    }
  }

  @BeforeEach
  void takeAway() {
    database.away = true;
  }

  @AfterEach
  void bringBack() {
    database.away = false;
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked) throws Exception {
    return http.perform(asked.header("Accept-Language", "en")).andReturn().getResponse();
  }

  @Test
  void everyAddressThatNeedsItSaysSoAndWhenToAskAgain() throws Exception {
    List<MockHttpServletRequestBuilder> asked = new ArrayList<>();
    READ.forEach(path -> asked.add(get(path)));
    String run = "{\"countries\": [\"LSO\"], \"budgetUsd\": 1000000, \"steps\": 1}";
    asked.add(post("/api/v1/runs").contentType("application/json").content(run));
    asked.add(post("/api/v1/plans/lso-1/drafts"));
    for (MockHttpServletRequestBuilder each : asked) {
      MockHttpServletResponse answer = answer(each);
      assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(503);
      assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }
    assertThat(answer(get("/api/v1/runs")).getContentAsString()).contains("store.away");
    assertThat(answer(get("/api/v1/version")).getStatus()).isEqualTo(200);
    database.away = false;
    assertThat(answer(get("/api/v1/runs")).getStatus()).isEqualTo(200);
  }
}
