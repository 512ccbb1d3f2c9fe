package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import tools.jackson.databind.JsonNode;

/** A programme of Lesotho after its first part: what stands, what it cost, and the rest again. */
class ProgressCommandTest {

  @TempDir private Path folder;

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aProgrammeIsHeldAgainstWhatStandsAndPlannedAgain() throws IOException {
    CommandRun planned =
        CommandRun.of(
            "plan",
            "--country",
            "LSO",
            "--phases",
            "2027-2028:2M,2029-2030:2M,2031-2036:2M",
            "--steps",
            "200",
            "--out",
            at("plan"));
    assertThat(planned.exitCode()).as(planned.err()).isZero();
    List<String> rows = new ArrayList<>(List.of("id,lot,date,costUsd,state,verified,people"));
    int due = 0;
    Plan plan = PlanFolder.read(folder.resolve("plan")).plan();
    for (AccessSite each : plan.sites()) {
      if (each.buildYear() <= 2028) {
        due++;
        rows.add(each.id() + ",A,2028-11-30," + each.capexUsd() * 1.1 + ",built,accepted,300");
      }
    }
    assertThat(due).isPositive();
    for (BuiltLink each : plan.links()) {
      if (each.buildYear() <= 2028) {
        rows.add(each.id() + ",A,2028-11-30," + each.capexUsd() + ",built,accepted,");
      }
    }
    rows.add("LSO_nowhere,A,2028-11-30,5,built,accepted,1");
    Files.write(folder.resolve("built.csv"), rows);
    CommandRun run =
        CommandRun.of(
            "progress",
            "--plan",
            at("plan"),
            "--built",
            at("built.csv"),
            "--until",
            "2028-12-31",
            "--again",
            at("again"),
            "--out",
            at("out"),
            "--json",
            "--lang",
            "en");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode told = run.json().path("progress");
    assertThat(told.path("total").path("sitesAccepted").asInt()).isEqualTo(due);
    assertThat(told.path("findings").size()).isEqualTo(1);
    assertThat(told.path("again").path("fromYear").asInt()).isEqualTo(2029);
    double ratio = told.path("unitCosts").get(0).path("ratio").asDouble();
    assertThat(ratio).isBetween(1.0, 1.1001);
    for (String each : List.of("out", "again")) {
      CommandRun verified = CommandRun.of("verify", at(each), "--json", "--lang", "en");
      assertThat(verified.json().path("verdict").asString()).isIn("checked", "proven");
    }
    assertThat(PlanFolder.read(folder.resolve("again")).plan().sites())
        .as("nothing new is built in years that are over")
        .allMatch(each -> each.buildYear() >= 2029);
    CommandRun late =
        CommandRun.of(
            "progress",
            "--plan",
            at("plan"),
            "--built",
            at("built.csv"),
            "--until",
            "2028-12-31",
            "--again",
            at("late"),
            "--from",
            "2030",
            "--out",
            at("later"),
            "--json",
            "--lang",
            "en");
    assertThat(late.exitCode()).as(late.err()).isZero();
    PlanFolder rest = PlanFolder.read(folder.resolve("late"));
    assertThat(rest.scenario().money().firstYear()).isEqualTo(2030);
    assertThat(rest.plan().programme().phases().get(0).firstYear())
        .as("of the phase that runs, the year that is gone is not counted")
        .isEqualTo(2030);
    assertThat(rest.plan().sites()).allMatch(each -> each.buildYear() >= 2030);
    CommandRun beside =
        CommandRun.of(
            "progress",
            "--plan",
            at("plan"),
            "--built",
            at("built.csv"),
            "--until",
            "2028-12-31",
            "--out",
            at("plan"),
            "--lang",
            "en");
    assertThat(beside.exitCode()).isEqualTo(2);
    assertThat(beside.err()).contains("would be lost");
  }
}
