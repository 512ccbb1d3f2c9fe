package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.web.ApiTest;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.DataFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class SystemApiTest {

  @Autowired private MockMvc http;
  @Autowired private ApiPageController page;
  @Autowired private ServletWebServerApplicationContext server;
  @Autowired private MultipartConfigElement spooled;
  @Autowired private DataFolder data;

  @Test
  void versionNamesTheEngine() throws Exception {
    http.perform(get("/api/v1/version"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.engineVersion").value(Planner.ENGINE_VERSION));
  }

  /** Nothing of what is sent lies where other users of the machine could come before it. */
  @Test
  void whatIsKeptForAWhileLiesInTheDataFolder() throws Exception {
    new TemporaryFolders(data);
    Path scratch = Scratch.folder("test");
    Tomcat tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
    StandardContext context = (StandardContext) tomcat.getHost().findChildren()[0];
    File work = (File) context.getServletContext().getAttribute(ServletContext.TEMPDIR);
    for (Path each :
        List.of(
            tomcat.getServer().getCatalinaBase().toPath(),
            Path.of(context.getDocBase()),
            work.toPath(),
            scratch,
            Path.of(spooled.getLocation()))) {
      assertThat(each.toAbsolutePath()).startsWith(data.root());
    }
    Durable.discard(scratch);
  }

  @Test
  void anAddressThatDoesNotExistIsAProblemInTheReadersLanguage() throws Exception {
    http.perform(get("/api/v1/nowhere").header("Accept-Language", "fr-SN,fr;q=0.9,en;q=0.5"))
        .andExpect(status().isNotFound())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.code").value("http.not-found"))
        .andExpect(jsonPath("$.detail").value(containsString("il n'y a rien")));
  }

  @Test
  void theQueryDecidesTheLanguageOverTheHeader() throws Exception {
    http.perform(get("/api/v1/nowhere?lang=en").header("Accept-Language", "fr"))
        .andExpect(jsonPath("$.detail").value(containsString("nothing is at this address")));
  }

  @Test
  void aMethodThatIsNotAllowedSaysWhichAre() throws Exception {
    http.perform(post("/api/v1/version"))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(header().string("Allow", containsString("GET")))
        .andExpect(jsonPath("$.code").value("http.method"));
  }

  @Test
  void aTextInPlaceOfAFileIsRefusedByTheFieldsName() throws Exception {
    http.perform(
            multipart("/api/v1/settlements?lang=fr")
                .param("country", "LSO")
                .param("attributes", "roads.csv"))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.detail").value(containsString("attributes doit être un fichier")));
    http.perform(multipart("/api/v1/datasets").param("file", "places.csv"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.arguments[0]").value("file"))
        .andExpect(jsonPath("$.arguments[1]").value("places.csv"));
  }

  @Test
  void aFieldThatIsMissingIsNamed() throws Exception {
    http.perform(multipart("/api/v1/settlements").param("lang", "en"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("http.parameter-missing"))
        .andExpect(jsonPath("$.detail").value(containsString("Parameter country is missing")));
  }

  @Test
  void aBodyOfAnotherTypeIsToldWhichIsRead() throws Exception {
    for (String step : List.of("", "/check", "/inspect")) {
      http.perform(
              post("/api/v1/datasets" + step)
                  .contentType("application/json")
                  .content("{}")
                  .param("lang", "en"))
          .andExpect(status().isUnsupportedMediaType())
          .andExpect(content().contentType("application/problem+json"))
          .andExpect(
              jsonPath("$.detail")
                  .value(containsString("cannot read application/json. Send multipart/form-data")));
    }
  }

  @Test
  void aPageOfAnotherOriginChangesNothing() throws Exception {
    http.perform(
            post("/api/v1/version")
                .header("Origin", "http://elsewhere.example")
                .header("Host", "127.0.0.1"))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("http.origin"));
    http.perform(
            post("/api/v1/version")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Host", "127.0.0.1"))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("http.origin"));
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    http.perform(post("/api/v1/version").content(new byte[(1 << 20) + 1]))
        .andExpect(status().isContentTooLarge())
        .andExpect(jsonPath("$.code").value("http.too-large"));
  }

  @Test
  void everyAnswerForbidsOtherHostsAndInlineScripts() throws Exception {
    http.perform(get("/api/v1/version"))
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
        .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"));
  }

  @Test
  void onlyHealthOfTheActuatorIsOpen() throws Exception {
    http.perform(get("/actuator/health")).andExpect(status().isOk());
    http.perform(get("/actuator/env")).andExpect(status().isNotFound());
    http.perform(get("/actuator/heapdump")).andExpect(status().isNotFound());
  }

  @Test
  void theOpenApiDescriptionListsTheAddresses() throws Exception {
    http.perform(get("/api/v1/openapi"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.info.title").value("Kiungo"))
        .andExpect(jsonPath("$.paths['/api/v1/version']").exists());
  }

  @Test
  void wordsForScriptsRevalidateByETag() throws Exception {
    String tag =
        http.perform(get("/messages/fr"))
            .andExpect(status().isOk())
            .andExpect(cookie().doesNotExist("lang"))
            .andReturn()
            .getResponse()
            .getHeader("ETag");
    http.perform(get("/messages/fr").header("If-None-Match", tag))
        .andExpect(status().isNotModified());
    http.perform(get("/messages/xx")).andExpect(status().isNotFound());
  }

  @Test
  void thePageForPeopleExplainsEveryAddressInBothLanguages() throws Exception {
    for (String language : List.of("en", "fr")) {
      List<ApiPageController.Address> addresses = page.addresses(Words.in(language));
      assertThat(addresses).hasSizeGreaterThan(15);
      assertThat(addresses).noneMatch(each -> each.about().startsWith("api."));
      http.perform(get("/api/v1").param("lang", language))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("/api/v1/plans/{id}/points")));
    }
  }
}
