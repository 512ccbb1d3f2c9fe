package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schools and clinics as demand of a plan: joined, sized for, told, recomputed. */
class InstitutionPlanTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private CommandRun plan(String out, String... more) throws IOException {
    String places =
        "id,name,lon,lat,population\na,Alpha,28.20,-29.50,4000\n"
            + "b,Beta,28.25,-29.52,2500\nc,Gamma,28.35,-29.45,900\n";
    List<String> args = new ArrayList<>(List.of("plan", "--country", "LSO", "--budget", "3M"));
    args.addAll(List.of("--settlements", file("settlements.csv", places)));
    args.addAll(List.of("--nodes", file("nodes.csv", "id,name,lon,lat\nn,Node,28.15,-29.50\n")));
    args.addAll(List.of("--steps", "50", "--json", "--out", folder.resolve(out).toString()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  @Test
  void schoolsAndClinicsAddDemandThatIsRecomputedAndToldByWhatTheyHave() throws IOException {
    String schools =
        file("ecoles.csv", "name,lon,lat\nEP 1,28.20,-29.50\nEP 2,28.21,-29.50\nFar,28.9,-29.9\n");
    String clinics =
        file("sites.csv", "name,category,lon,lat\nH,Hospital,28.25,-29.52\nM,Market,28.2,-29.5\n");
    CommandRun without = plan("without");
    CommandRun run = plan("with", "--facilities", schools, clinics);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("2 primary and other schools add 2 Mbps", "1 facilities are of no kind");
    JsonNode kinds = run.json().get("institutions");
    assertThat(kinds.get(1).get("kindId").asString()).isEqualTo("school");
    assertThat(kinds.get(1).get("institutions").asInt()).isEqualTo(2);
    assertThat(kinds.get(1).get("servedByPlan").asDouble()).isEqualTo(2);
    assertThat(kinds.get(0).get("kindId").asString()).isEqualTo("hospital");
    assertThat(kinds.get(0).get("demandMbps").asDouble()).isEqualTo(5);
    assertThat(without.json().get("institutions")).isEmpty();
    assertThat(folder.resolve("without/institutions.json")).doesNotExist();
    assertThat(demand("with", "a") - demand("without", "a")).isCloseTo(2, within(1e-5));
    assertThat(demand("with", "c")).isEqualTo(demand("without", "c"));
    Path with = folder.resolve("with");
    CommandRun verified = CommandRun.of("verify", with.toString());
    assertThat(verified.exitCode()).as(verified.out()).isZero();
    Path places = with.resolve("settlements.geojson");
    Files.writeString(
        places,
        Files.readString(places).replace("\"institutionMbps\":2.0", "\"institutionMbps\":1.0"));
    CommandRun tampered = CommandRun.of("verify", with.toString());
    assertThat(tampered.exitCode()).isEqualTo(1);
    assertThat(tampered.out()).contains("Each place takes for its schools and clinics");
  }

  /** What a plan sizes its network for at a place, Mbps. */
  private double demand(String out, String id) throws IOException {
    String plan = Files.readString(folder.resolve(out).resolve("plan.geojson"));
    for (JsonNode each : JsonMapper.shared().readTree(plan).get("features")) {
      if (each.get("properties").get("settlementId").asString().equals(id)) {
        return each.get("properties").get("demandMbps").asDouble();
      }
    }
    throw new AssertionError(id);
  }
}
