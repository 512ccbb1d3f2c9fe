package org.kiungo.web.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.redaction.Redaction;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Verdict;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A plan's redacted copy as an archive, and where its page asks for it. */
@ApiTest
class RedactedCopyTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  @TempDir private Path temp;

  private String plan() {
    return plans.add(TinyWorld.plan(200_000), "run", null);
  }

  private Redaction unpacked(String plan, String query) throws Exception {
    String address = "/api/v1/plans/" + plan + "/redacted.zip" + query;
    MvcResult asked = http.perform(get(address)).andReturn();
    MvcResult done = http.perform(asyncDispatch(asked)).andExpect(status().isOk()).andReturn();
    assertThat(done.getResponse().getContentType()).isEqualTo("application/zip");
    unpack(done.getResponse().getContentAsByteArray());
    Path folder = temp.resolve(plan + "-redacted");
    Verification found = FolderVerifier.verify(folder, Installed.UNKNOWN);
    assertThat(found.broken()).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.CHECKED);
    return Redaction.read(folder);
  }

  private void unpack(byte[] archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Path file = temp.resolve(each.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }

  @Test
  void aCopyHidesAllThatNobodyAsksToShow() throws Exception {
    Redaction told = unpacked(plan(), "");
    assertThat(told.cellKm()).isEqualTo(RedactionAsked.USUAL_KM);
    assertThat(told.operatorsHidden()).isTrue();
    assertThat(told.namesHidden()).isTrue();
  }

  @Test
  void sizeAndNamesAreChosen() throws Exception {
    Redaction told = unpacked(plan(), "?blurKm=25&operators=keep&names=keep");
    assertThat(told.cellKm()).isEqualTo(25);
    assertThat(told.operatorsHidden()).isFalse();
    assertThat(told.namesHidden()).isFalse();
  }

  @Test
  void positionsAreLeftOut() throws Exception {
    assertThat(unpacked(plan(), "?blurKm=10&positions=none").leavesPositionsOut()).isTrue();
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    String plan = plan();
    for (String query : new String[] {"?blurKm=0", "?blurKm=-3", "?blurKm=NaN", "?blurKm=5000"}) {
      http.perform(get("/api/v1/plans/" + plan + "/redacted.zip" + query))
          .andExpect(status().isUnprocessableContent());
    }
    http.perform(get("/api/v1/plans/" + plan + "/redacted.zip?positions=somewhere"))
        .andExpect(status().is4xxClientError());
    http.perform(get("/api/v1/plans/nowhere/redacted.zip")).andExpect(status().isNotFound());
  }

  @Test
  void thePageOfThePlanAsksForIt() throws Exception {
    String plan = plan();
    String page =
        http.perform(get("/plans/" + plan + "/explore?lang=en"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page)
        .contains("action=\"/api/v1/plans/" + plan + "/redacted.zip\"")
        .contains("name=\"blurKm\"");
  }
}
