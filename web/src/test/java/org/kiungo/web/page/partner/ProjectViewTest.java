package org.kiungo.web.page.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.project.Project;

class ProjectViewTest {

  private static Project project(String name, List<String> services, String... requires) {
    return new Project(
        name.toLowerCase(Locale.ROOT),
        name,
        Project.Kind.NETWORK,
        "LSO",
        "",
        1,
        new LonLat(28, -29),
        services.size(),
        0,
        0,
        new TreeMap<>(),
        new Project.Members(services, List.of(), List.of(), List.of()),
        List.of(requires));
  }

  @Test
  void whatServesNobodyItselfSaysWhatItCarries() {
    List<Project> all =
        List.of(
            project("Trunk", List.of()),
            project("Mono", List.of("a"), "trunk"),
            project("Hills", List.of("b"), "mono", "trunk"));
    assertThat(ProjectView.carried(all)).isEqualTo(Map.of("trunk", List.of("Mono", "Hills")));
  }
}
