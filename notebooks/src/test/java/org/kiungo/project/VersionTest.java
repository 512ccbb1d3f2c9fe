package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The root pom says the version; everything else says the same or asks it. */
class VersionTest {

  private static final Pattern REVISION = Pattern.compile("<revision>([^<]+)</revision>");

  private static String version() {
    Matcher revision = REVISION.matcher(Repository.read("pom.xml"));
    assertThat(revision.find()).as("the root pom has a property revision").isTrue();
    return revision.group(1).replace("-SNAPSHOT", "");
  }

  @Test
  void noOtherPomSaysIt() {
    for (Path pom : Repository.files("pom.xml")) {
      String text = Repository.read(pom.toString());
      String ours = text.substring(text.indexOf("<modelVersion>"));
      if (pom.getNameCount() > 1) {
        assertThat(ours).as(pom.toString()).contains("<version>${revision}</version>");
      }
      // of a module without a parent, which cannot ask the root
      assertThat(
              REVISION.matcher(text).results().map(each -> each.group(1).replace("-SNAPSHOT", "")))
          .as(pom.toString())
          .allMatch(version()::equals);
      assertThat(ours.replaceAll("<revision>.*</revision>", ""))
          .as(pom.toString())
          .doesNotContain(version());
    }
  }

  @Test
  void citationAndChangelogAgree() {
    assertThat(Repository.read("CITATION.cff")).contains("\nversion: " + version() + "\n");
    assertThat(Repository.read("CHANGELOG.md"))
        .containsPattern("(?m)^## " + Pattern.quote(version()) + " ");
  }

  @Test
  void noSourceOfTheProductSaysIt() {
    for (Path source : Repository.files(".java")) {
      if (source.toString().contains("src/main/java")) {
        assertThat(Repository.read(source.toString()))
            .as(source.toString())
            .doesNotContain('"' + version() + '"');
      }
    }
  }

  @Test
  void theWrapperComesFromTheOfficialRepository() {
    assertThat(Repository.read(".mvn/wrapper/maven-wrapper.properties"))
        .contains("distributionType=only-script")
        .contains("distributionUrl=https://repo.maven.apache.org/maven2/")
        .containsPattern("distributionSha256Sum=[0-9a-f]{64}");
  }

  @Test
  void theWorkflowRunsTheTestCommand() {
    assertThat(Repository.read(".github/workflows/ci.yml")).contains("run: .ci/run");
    assertThat(Repository.read(".ci/run")).contains("\nmvn ").contains(" verify");
  }
}
