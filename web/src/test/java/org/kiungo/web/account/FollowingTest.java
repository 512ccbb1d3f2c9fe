package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kiungo.web.access.Role;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** A stream of events ends with the right to it, whatever took that away. */
@AccountsTest
class FollowingTest {

  private static final String PASSWORD = "a long enough password";

  @Autowired private MockMvc http;
  @Autowired private Accounts accounts;
  @Autowired private ApiTokens tokens;
  @LocalServerPort private int port;

  private Account user(String name) {
    String link = accounts.invite(accounts.add(People.OURS, name, Role.PLANNER, null, null));
    return accounts.accept(link, PASSWORD, PASSWORD, "");
  }

  private FormBrowser signedIn(String name) throws Exception {
    FormBrowser browser = new FormBrowser(http);
    browser.login(name, PASSWORD);
    return browser;
  }

  /** Follows the queue over a real connection; done when the server ends it. */
  private CompletableFuture<Void> follow(String header, String value)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/queue/events"))
                    .header(header, value)
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).isEqualTo("event:jobs");
    return CompletableFuture.runAsync(
        () -> {
          try {
            while (lines.readLine() != null) {
              // reads on
            }
          } catch (IOException ended) {
            // likewise over
          }
        });
  }

  private CompletableFuture<Void> follow(FormBrowser browser) throws Exception {
    return follow("Cookie", "KIUNGO=" + browser.session());
  }

  private static void assertEnds(CompletableFuture<Void> stream) throws Exception {
    stream.get(60, TimeUnit.SECONDS);
  }

  private void change(Account account, Role role, boolean disabled) {
    Organisation.as(
        Organisation.EVERY, () -> accounts.change(account, People.OURS, role, disabled));
  }

  @Test
  void whoIsDisabledFollowsNothingMoreNeitherDoesAProgramOfTheirs() throws Exception {
    Account fired = user("fired");
    CompletableFuture<Void> session = follow(signedIn("fired"));
    String token = tokens.make(fired.member(), "script", Role.VIEWER, null);
    CompletableFuture<Void> program = follow("Authorization", "Bearer " + token);
    change(fired, Role.PLANNER, true);
    assertEnds(session);
    assertEnds(program);
  }

  @Test
  void aLesserRoleASignOutAndANewPasswordEndWhatWasFollowed() throws Exception {
    Account lesser = user("lesser");
    user("leaver");
    user("changer");
    CompletableFuture<Void> stays = follow(signedIn("leaver"));
    CompletableFuture<Void> demoted = follow(signedIn("lesser"));
    FormBrowser leaver = signedIn("leaver");
    CompletableFuture<Void> left = follow(leaver);
    FormBrowser changer = signedIn("changer");
    CompletableFuture<Void> elsewhere = follow(signedIn("changer"));
    change(lesser, Role.VIEWER, false);
    leaver.submit("/account", "/logout");
    String next = "another long password";
    changer.submit(
        "/account", "/account/password", "old", PASSWORD, "password", next, "again", next);
    assertEnds(demoted);
    assertEnds(left);
    assertEnds(elsewhere);
    assertThat(stays.isDone()).as("of the same user, in another browser").isFalse();
    assertThat(changer.send(get("/account")).getStatus()).isEqualTo(200);
  }
}
