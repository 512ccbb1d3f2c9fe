package org.kiungo.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.ApiTest;
import org.kiungo.web.dataset.Datasets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;

/** What is imported is planned on, of one country or of several at once. */
@ApiTest
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // what other tests imported counts here
class InstalledProblemsTest {

  @Autowired private MockMvc http;
  @Autowired private Datasets datasets;

  private void add(String layer, String country, String text) throws Exception {
    http.perform(
            multipart("/api/v1/datasets")
                .file(
                    new MockMultipartFile(
                        "file", "f.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("layer", layer)
                .param("country", country)
                .param("source", "test")
                .param("licence", "CC0"))
        .andExpect(status().isCreated());
  }

  private PlanningProblem problem(String countries) {
    String scenario = "{\"countries\":[" + countries + "]}";
    return new InstalledProblems(CatalogueReader.builtIn(), datasets)
        .problem(ScenarioFile.read(scenario.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void coverageSetsTodayAndCountriesPlanTogetherOnWhatIsImported() throws Exception {
    String wkt = "\"POLYGON ((31 -27, 31.5 -27, 31.5 -26, 31 -26, 31 -27))\"";
    add("coverage", "SWZ", "operator,generation,wkt\nMTN,4G," + wkt + "\n");
    add("settlements", "LSO", "id,name,lon,lat,population\nSWZ_1,Maseru,27.48,-29.31,330760\n");
    List<Settlement> swazi = problem("\"SWZ\"").settlements();
    assertThat(swazi).hasSizeGreaterThan(100);
    assertThat(swazi)
        .noneMatch(each -> Double.isNaN(each.baselineCoverageRatio()))
        .noneMatch(Settlement::baselineModelled)
        .anyMatch(each -> each.baselineCoverageRatio() == 1)
        .anyMatch(each -> each.baselineCoverageRatio() == 0);

    http.perform(get("/api/v1/today"))
        .andExpect(jsonPath("$[?(@.iso3 == 'SWZ')].imported[0].role").value("coverage"))
        .andExpect(jsonPath("$[?(@.iso3 == 'BEN')].imported[0]").isEmpty())
        .andExpect(jsonPath("$[?(@.iso3 == 'LSO')].people.unknown").value(330760));
    http.perform(get("/countries/SWZ?lang=en"))
        .andExpect(content().string(containsString("Imported: coverage f.csv")));
    http.perform(get("/countries/LSO?lang=en"))
        .andExpect(content().string(containsString("Who has 4G today is not known")));
    http.perform(get("/?lang=en")).andExpect(status().isOk());

    PlanningProblem three = problem("\"BEN\",\"LSO\",\"SWZ\"");
    assertThat(three.settlements())
        .filteredOn(each -> each.country().equals("LSO"))
        .extracting(Settlement::name)
        .containsExactly("Maseru");
    assertThat(three.settlements())
        .filteredOn(each -> each.country().equals("SWZ"))
        .isEqualTo(swazi);
    assertThat(three.settlements())
        .filteredOn(each -> each.country().equals("BEN"))
        .isNotEmpty()
        .allMatch(Settlement::baselineModelled);
    assertThat(three.nodes()).extracting(each -> each.country()).contains("BEN", "LSO", "SWZ");
    assertThat(three.inputs())
        .extracting(InputFile::role)
        .contains("coverage", "settlements", "reference");
    assertThat(three.inputs())
        .filteredOn(each -> each.role().equals("coverage"))
        .allMatch(each -> each.version().endsWith("/1"));
  }
}
