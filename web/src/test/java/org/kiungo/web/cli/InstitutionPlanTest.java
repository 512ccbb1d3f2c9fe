package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.institution.GoalOutcome;
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
        "id,name,lon,lat,population,coverageRatio\na,Alpha,28.20,-29.50,4000,0\n"
            + "b,Beta,28.25,-29.52,2500,0\nc,Gamma,28.35,-29.45,900,0\n";
    List<String> args = new ArrayList<>(List.of("plan", "--country", "LSO"));
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
    CommandRun without = plan("without", "--budget", "3M");
    CommandRun run = plan("with", "--budget", "3M", "--facilities", schools, clinics);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("2 primary and other schools add 2 Mbps", "One facility is of no kind")
        .contains("ecoles.csv: 3 rows, 3 accepted")
        .doesNotContain(": 0 rows");
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
    CommandRun verified = CommandRun.verify(with.toString(), folder);
    assertThat(verified.exitCode()).as(verified.out()).isZero();
    Path places = with.resolve("settlements.geojson");
    Files.writeString(
        places,
        Files.readString(places).replace("\"institutionMbps\":2.0", "\"institutionMbps\":1.0"));
    CommandRun tampered = CommandRun.of("verify", with.toString());
    assertThat(tampered.exitCode()).isEqualTo(1);
    assertThat(tampered.out()).contains("Each place takes for its schools and clinics");
  }

  @Test
  void hospitalsAreConnectedFirstOrSaidToBeMissing() throws IOException {
    String hospital = file("h.csv", "name,category,lon,lat\nH,Hospital,28.35,-29.45\n");
    String[] all = {"--facilities", hospital, "--connect", "hospital@2027"};
    CommandRun without = plan("plain", "--facilities", hospital, "--budget", "500k");
    CommandRun hard = plan("hard", with(all, "--budget", "500k"));
    assertThat(hard.exitCode()).as(hard.err()).isZero();
    assertThat(without.json().get("institutions").get(0).get("unserved").asDouble()).isEqualTo(1);
    JsonNode goal = hard.json().get("institutionGoals").get(0);
    assertThat(goal.get("connected").asDouble()).isEqualTo(1);
    assertThat(hard.json().at("/certificate/gapRatio").asDouble()).isBetween(0.0, 1.0);
    verified("hard");
    CommandRun poor = plan("poor", with(all, "--budget", "20k"));
    JsonNode missed = poor.json().get("institutionGoals").get(0);
    assertThat(missed.get("missing").asDouble()).isEqualTo(1);
    assertThat(missed.get("weightPeople").asDouble()).isPositive();
    verified("poor");
    CommandRun half =
        plan("half", "--facilities", hospital, "--connect", "clinic=0.5", "--budget", "500k");
    assertThat(half.json().at("/institutionGoals/0/connected").asDouble()).isEqualTo(1);
    assertThat(half.json().at("/institutionGoals/0/weightPeople").asDouble()).isPositive();
    verified("half");
    PlanFolder read = PlanFolder.read(folder.resolve("hard"));
    assertThat(read.institutionGoals()).allMatch(GoalOutcome::reached).hasSize(1);
    assertThat(read.scenario().institutions().goals().get(0).byYear()).isEqualTo(2027);
    Path file = folder.resolve("hard/institutions.json");
    Files.writeString(
        file, Files.readString(file).replace("\"connected\" : 1.0", "\"connected\" : 0.5"));
    assertThat(CommandRun.of("verify", folder.resolve("hard").toString()).out())
        .contains("Institutions asked for are connected, or missing, as stated");
  }

  private static String[] with(String[] all, String... more) {
    return Stream.concat(Arrays.stream(all), Arrays.stream(more)).toArray(String[]::new);
  }

  private void verified(String out) {
    CommandRun verified = CommandRun.verify(folder.resolve(out).toString(), folder);
    assertThat(verified.exitCode()).as(verified.out()).isZero();
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
