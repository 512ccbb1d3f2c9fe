package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What another process plans on is what is stored, to the last digit. */
@ApiTest
class CopiedLayersTest {

  @Autowired private MockMvc http;
  @Autowired private Datasets datasets;
  @TempDir private Path folder;

  private void add(String layer, String name, String content) throws Exception {
    http.perform(
            multipart("/api/v1/datasets")
                .file(
                    new MockMultipartFile(
                        "file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8)))
                .param("layer", layer)
                .param("country", "TGO")
                .param("source", "test")
                .param("licence", "CC0"))
        .andExpect(status().isCreated());
  }

  @Test
  void copiedLayersAreThoseThatAreStored() throws Exception {
    add(
        "settlements",
        "places.csv",
        "id,name,lon,lat,population,note\na,Ko\u0301,1.1,8.3,1200,5\nb,B,1.123456789,8.4,,x\n");
    add("nodes", "nodes.csv", "id,name,lon,lat,kind\nn,N,1.2,8.2,exchange point\n");
    add("towers", "towers.csv", "id,lon,lat,heightM\nt,1.15,8.35,30\nu,1.16,8.36,30.5\n");
    add(
        "fibre",
        "fibre.geojson",
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "f", "properties":
        {"operator": "o", "status": "operational"}, "geometry": {"type": "LineString",
        "coordinates": [[1.1, 8.3], [1.2, 8.2]]}}]}""");
    datasets.copyLayers(List.of("TGO", "BEN"), List.of(), folder);
    CopiedLayers copied = new CopiedLayers(folder);
    assertThat(copied.layers("TGO")).isPresent().isEqualTo(datasets.layers("TGO"));
    assertThat(copied.layers("BEN")).isEmpty();
    assertThat(datasets.countPlaces("TGO")).hasValue(2);
    assertThat(datasets.countPlaces("BEN")).isEmpty();
  }
}
