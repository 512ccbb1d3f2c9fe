package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Simplified districts against Natural Earth's full ones, as another project extracted them, where
 * they are Natural Earth's.
 */
class DistrictsAgainstNaturalEarthTest {

  private static final Reference REFERENCE = Reference.builtIn();

  private static final Set<String> REDRAWN = Set.of("BF", "CD", "KE", "NA", "SD", "TD", "TN");

  @Test
  void labelPointsOfNaturalEarthFallIntoTheDistrictOfThatName() throws IOException {
    Map<String, Integer> missed = new HashMap<>();
    int all = 0;
    int hits = 0;
    byte[] file = Files.readAllBytes(TestData.path("AFRICA/ne_admin1_africa.geojson"));
    for (JsonNode feature : JsonMapper.shared().readTree(file).get("features")) {
      JsonNode p = feature.get("properties");
      LonLat label = new LonLat(p.get("longitude").asDouble(), p.get("latitude").asDouble());
      String name = p.get("name").asString();
      boolean westernSahara = p.get("iso_a2").asString().equals("MA") && label.lat() < 27.67;
      if (!westernSahara && !REDRAWN.contains(p.get("iso_a2").asString())) {
        all++;
        boolean hit =
            REFERENCE.findDistrict(label).map(District::name).filter(name::equals).isPresent();
        hits += hit ? 1 : 0;
        if (!hit) {
          missed.merge(p.get("iso_3166_2").asString(), 1, Integer::sum);
        }
      }
    }
    assertThat(all).isGreaterThan(700);
    assertThat((double) hits / all).as("missed: " + missed).isGreaterThan(0.97);
  }
}
