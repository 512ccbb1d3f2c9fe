package org.kiungo.web.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the page for developers gives away comes from the running product. */
@ApiTest
class ApiPageTest {

  private static final Pattern LINK = Pattern.compile("href=\"(/python/([^\"]+))\"");

  @Autowired private MockMvc http;

  private byte[] body(String address) throws Exception {
    return http.perform(get(address))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  @Test
  void theClientAndItsNotebooksAreThoseOfTheRepository() throws Exception {
    String page = new String(body("/api/v1?lang=fr"), StandardCharsets.UTF_8);
    assertThat(page).contains("Un client en Python");
    List<String> files = LINK.matcher(page).results().map(each -> each.group(2)).toList();
    assertThat(files)
        .containsExactly(
            "kiungo_api.py", "05-a-regulators-week.ipynb", "06-a-hundred-futures.ipynb");
    for (String each : files) {
      assertThat(body("/python/" + each))
          .as(each)
          .isEqualTo(Files.readAllBytes(Path.of("../notebooks", each)));
    }
  }
}
