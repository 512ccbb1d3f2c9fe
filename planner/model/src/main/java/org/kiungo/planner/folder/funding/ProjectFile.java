package org.kiungo.planner.folder.funding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.FeatureFile;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** {@code projects.geojson}: one point per project, its works and the ids of its builds. */
public final class ProjectFile {

  public static final String NAME = "projects.geojson";

  private ProjectFile() {}

  public static void write(Path folder, List<Project> projects) throws IOException {
    FeatureFile.write(
        folder.resolve(NAME), projects, p -> List.of(p.location()), ProjectFile::properties);
  }

  private static void properties(JsonGenerator out, Project p) {
    out.writeStringProperty("id", p.id());
    out.writeStringProperty("name", p.name());
    out.writeStringProperty("kind", p.kind().name().toLowerCase(Locale.ROOT));
    out.writeStringProperty("country", p.country());
    out.writeStringProperty("district", p.district());
    out.writeNumberProperty("phase", p.phase());
    number(out, "peopleServed", p.peopleServed());
    number(out, "peopleBasic", p.peopleBasic());
    number(out, "costUsd", p.costUsd());
    out.writeArrayPropertyStart("works");
    p.works().forEach((work, cents) -> work(out, work, cents));
    out.writeEndArray();
    texts(out, "services", p.members().services());
    texts(out, "sites", p.members().sites());
    texts(out, "links", p.members().links());
    texts(out, "nodes", p.members().nodes());
    texts(out, "requires", p.requires());
  }

  private static void work(JsonGenerator out, Work work, long cents) {
    out.writeStartObject();
    out.writeStringProperty("layer", work.layer().word());
    out.writeStringProperty("country", work.country());
    out.writeStringProperty("district", work.district());
    out.writeStringProperty("equipment", work.equipment());
    number(out, "costUsd", AssetCost.usd(cents));
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, double value) {
    out.writeName(name);
    FolderJson.number(out, value);
  }

  private static void texts(JsonGenerator out, String name, List<String> texts) {
    out.writeArrayPropertyStart(name);
    texts.forEach(out::writeString);
    out.writeEndArray();
  }

  /**
   * Reads the projects back.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code folder.missing} or {@code
   *     folder.unreadable}
   */
  public static List<Project> read(Path folder) {
    return FeatureFile.read(folder, NAME, ProjectFile::project);
  }

  private static Project project(List<LonLat> path, JsonNode p) {
    SortedMap<Work, Long> works = new TreeMap<>();
    for (JsonNode work : p.get("works")) {
      works.put(
          new Work(
              NetworkLayer.valueOf(Fields.text(work, "layer").toUpperCase(Locale.ROOT)),
              Fields.text(work, "country"),
              Fields.text(work, "district"),
              Fields.text(work, "equipment")),
          AssetCost.cents(Fields.number(work, "costUsd")));
    }
    return new Project(
        Fields.text(p, "id"),
        Fields.text(p, "name"),
        Project.Kind.valueOf(Fields.text(p, "kind").toUpperCase(Locale.ROOT)),
        Fields.text(p, "country"),
        Fields.text(p, "district"),
        (int) Fields.number(p, "phase"),
        path.get(0),
        Fields.number(p, "peopleServed"),
        Fields.number(p, "peopleBasic"),
        AssetCost.cents(Fields.number(p, "costUsd")),
        works,
        new Project.Members(
            texts(p, "services"), texts(p, "sites"), texts(p, "links"), texts(p, "nodes")),
        texts(p, "requires"));
  }

  private static List<String> texts(JsonNode p, String name) {
    List<String> texts = new ArrayList<>();
    p.get(name).forEach(text -> texts.add(text.stringValue()));
    return texts;
  }
}
