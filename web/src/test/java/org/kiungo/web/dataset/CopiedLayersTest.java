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

  /** A row of three names no district. */
  private static final String KEEP_GOOD =
      "[{\"question\": \"unmatched\", \"remedy\": \"keep-good\"}]";

  private void add(String layer, String name, String content) throws Exception {
    http.perform(
            multipart("/api/v1/datasets")
                .file(
                    new MockMultipartFile(
                        "file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8)))
                .param("answers", "census".equals(layer) ? KEEP_GOOD : "[]")
                .param("layer", layer)
                .param("country", "TGO")
                .param("source", "test")
                .param("licence", "CC0"))
        .andExpect(status().isCreated());
  }

  @Test
  void importedBoundariesAreThoseOfTheOtherProcessToo() throws Exception {
    add("boundaries", "c.csv", "id,name,wkt\nc1,Tchamba,\"POLYGON((1 8,1.3 8,1.3 8.35,1 8))\"\n");
    KnownDistricts known = KnownDistricts.in(datasets.store());
    Path file = folder.resolve("districts.jsonl");
    known.write("TGO", file);
    assertThat(known.of("TGO")).hasSizeGreaterThan(1);
    assertThat(KnownDistricts.in(file).of("TGO")).isEqualTo(known.of("TGO"));
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
    add(
        "boundaries",
        "communes.csv",
        "id,name,pcode,wkt\nc1,Tchamba,TG0101,\"POLYGON((1 8,1.3 8,1.3 8.35,1 8.35,1 8))\"\n"
            + "c2,Sokodé,TG0102,\"POLYGON((1 8.35,1.3 8.35,1.3 8.6,1 8.6,1 8.35))\"\n");
    add(
        "census",
        "rgph.csv",
        "Commune;Pop 2010;Pop_2022 (hab.)\nTchamba;1;3 000\nCommune de SOKODE;2;500\n"
            + "Ensemble;3;3 500\nAtlantis;0;1\n");
    datasets.copyLayers(List.of("TGO", "BEN"), List.of(), folder);
    CopiedLayers copied = new CopiedLayers(folder);
    assertThat(copied.layers("TGO")).isPresent().isEqualTo(datasets.layers("TGO"));
    assertThat(copied.layers("BEN")).isEmpty();
    assertThat(datasets.countPlaces("TGO")).hasValue(2);
    assertThat(datasets.countPlaces("BEN")).isEmpty();
  }
}
