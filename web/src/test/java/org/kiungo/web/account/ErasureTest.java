package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.access.Role;
import org.kiungo.web.audit.AuditChain;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A person is taken out of everything that is kept, and the audit log stays whole. */
@AccountsTest
class ErasureTest {

  private static final String NAME = "Awa Diop-Ndiaye";

  @Autowired private MockMvc http;
  @Autowired private People people;
  @Autowired private Accounts accounts;
  @Autowired private ApiTokens tokens;
  @Autowired private Plans plans;
  @Autowired private DataSource database;

  private List<String> named() {
    JdbcTemplate sql = new JdbcTemplate(database);
    return sql
        .queryForList(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'",
            String.class)
        .stream()
        .filter(
            table ->
                sql.queryForList("SELECT * FROM \"" + table + "\"").stream()
                    .map(Map::values)
                    .anyMatch(row -> row.toString().contains(NAME)))
        .sorted()
        .toList();
  }

  @Test
  void whoIsErasedIsNamedNowhereAndTheAuditLogStaysWhole() throws Exception {
    String plan = Organisation.as(People.OURS, () -> plans.add(TinyWorld.plan(1.1e6), "run", null));
    Account awa = accounts.add(People.OURS, NAME, Role.DATA_STEWARD, null, null);
    String link = accounts.invite(awa);
    RequestPostProcessor asAwa =
        People.with(tokens.make(awa.member(), "laptop of " + NAME, Role.DATA_STEWARD, null));
    String remark = "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"why?\"}";
    String comments = "/api/v1/plans/" + plan + "/comments";
    http.perform(post(comments).contentType("application/json").content(remark).with(asAwa))
        .andExpect(status().isCreated());
    http.perform(
            post("/api/v1/plans/" + plan + "/shares")
                .contentType("application/json")
                .content("{\"label\": \"" + NAME + "\"}")
                .with(asAwa))
        .andExpect(status().isCreated());
    byte[] rows =
        "id,name,lon,lat,population\na,Maseru,27.48,-29.31,330760\n"
            .getBytes(StandardCharsets.UTF_8);
    http.perform(
            multipart("/api/v1/datasets")
                .file(new MockMultipartFile("file", "f.csv", "text/csv", rows))
                .param("layer", "settlements")
                .param("country", "LSO")
                .param("source", "test")
                .param("licence", "CC0")
                .with(asAwa))
        .andExpect(status().is2xxSuccessful());
    assertThat(named())
        .contains(
            "ACCOUNT", "API_TOKEN", "DATASET_EVENT", "DATASET_VERSION", "PLAN_COMMENT", "SHARE");

    http.perform(
            post("/administration/users/{id}/erasure", awa.id())
                .with(people.as(Role.ADMINISTRATOR)))
        .andExpect(redirectedUrl("/administration"));

    assertThat(named()).isEmpty();
    http.perform(get(comments).with(asAwa)).andExpect(status().isUnauthorized());
    http.perform(get("/password/" + link)).andExpect(status().isNotFound());
    http.perform(get(comments).with(people.as(Role.VIEWER)))
        .andExpect(content().string(Matchers.containsString("why?")));
    http.perform(get("/administration").with(people.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(Matchers.not(Matchers.containsString(awa.id()))));
    AuditChain chain = new AuditChain(database);
    assertThat(chain.verify(null).number()).isPositive();
    int[] entries = new int[2];
    chain.forEach(
        entry -> {
          entries[0] += entry.actor().equals(awa.id()) ? 1 : 0;
          boolean erased = entry.action().equals("person.erase");
          entries[1] += erased && entry.subject().equals(awa.id()) ? 1 : 0;
        });
    assertThat(entries[0]).as("entries of whoever was erased").isGreaterThanOrEqualTo(3);
    assertThat(entries[1]).isOne();
  }

  @Test
  void thePageSaysWhatIsKeptInBothLanguagesToAnybody() throws Exception {
    http.perform(get("/privacy").param("lang", "en"))
        .andExpect(content().string(Matchers.containsString("kiungo erase --person")))
        .andExpect(content().string(Matchers.containsString("Argon2id")));
    http.perform(get("/privacy").param("lang", "fr"))
        .andExpect(content().string(Matchers.containsString("Ce que quelqu’un a écrit d’autrui")));
  }
}
