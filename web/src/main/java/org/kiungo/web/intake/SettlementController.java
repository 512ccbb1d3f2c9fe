package org.kiungo.web.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.settle.AttributeJoin;
import org.kiungo.geodata.settle.AttributeSource;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.Settling;
import org.kiungo.web.dataset.StoredRecords;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Makes settlements from a population raster and joins attributes, each time a new version. */
@RestController
@RequestMapping("/api/v1")
class SettlementController {

  private final Datasets datasets;
  private final Uploads uploads;
  private final DataFolder data;
  private final HeavyRequests heavy;

  SettlementController(Datasets datasets, Uploads uploads, DataFolder data, HeavyRequests heavy) {
    this.datasets = datasets;
    this.uploads = uploads;
    this.data = data;
    this.heavy = heavy;
  }

  /**
   * What was stored.
   *
   * @param dataset of settlements
   * @param version new version of it
   * @param settlements how many
   * @param peopleIn in the raster or layer
   * @param peopleOut in the settlements
   * @param peopleElsewhere in the raster outside the country, in no settlement
   * @param attributes what each file gave
   */
  record Settled(
      Dataset dataset,
      DatasetVersion version,
      int settlements,
      double peopleIn,
      double peopleOut,
      double peopleElsewhere,
      List<Joined> attributes) {}

  /**
   * What a file of attributes gave.
   *
   * @param name its meaning
   * @param file its name
   * @param attributes by name
   * @param settlements how many got a value
   */
  record Joined(String name, String file, List<String> attributes, long settlements) {}

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/settlements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Settled settle(
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String upload,
      @RequestParam String country,
      @RequestParam(defaultValue = "settlements") String name,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String licence,
      @RequestParam(defaultValue = "20000") double maxPopulation,
      @RequestParam(defaultValue = "5") double hexKm,
      @RequestParam(defaultValue = "5") double nearKm,
      @RequestParam(defaultValue = "false") boolean cellsArePerKm2,
      @RequestParam(defaultValue = "") List<MultipartFile> attributes,
      @RequestParam(defaultValue = "") List<String> names)
      throws IOException {
    Reference.builtIn().country(country);
    if (file == null && upload.isEmpty()) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "file", "");
    }
    Path folder = Files.createTempDirectory(data.folder("uploads"), "settle");
    try {
      Path kept = file == null ? uploads.file(upload).path() : keep(folder, file);
      SettleOptions defaults = SettleOptions.DEFAULT;
      SettleOptions options =
          new SettleOptions(
              defaults.densityPerKm2(),
              defaults.minPopulation(),
              maxPopulation,
              hexKm,
              cellsArePerKm2);
      Settling.Request request =
          new Settling.Request(kept, country, options, sources(folder, attributes, names), nearKm);
      Settling.Outcome outcome = heavy.inTurn(() -> Settling.run(request, Progress.NONE));
      Dataset dataset = dataset(country, name.isBlank() ? "settlements" : name.strip());
      SourceFile input = SourceFile.of(kept);
      return stored(
          dataset,
          new Provenance(
              source,
              licence,
              "",
              Member.nameOr("local"),
              input.name(),
              datasets.originals().keep(kept),
              "",
              transformation(options + "", outcome.joined(), nearKm)),
          outcome.settlements(),
          outcome.ground(),
          new double[] {outcome.peopleIn(), outcome.peopleOut(), outcome.peopleElsewhere()},
          outcome.joined());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/datasets/{id}/attributes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Settled join(
      @PathVariable String id,
      @RequestParam List<MultipartFile> attributes,
      @RequestParam(defaultValue = "") List<String> names,
      @RequestParam(defaultValue = "5") double nearKm)
      throws IOException {
    Dataset dataset =
        datasets.store().find(id).orElseThrow(() -> ApiRefusal.unknown("dataset", id));
    if (!dataset.layer().equals(LayerKind.SETTLEMENTS.label()) || dataset.currentVersion() == 0) {
      throw new InputRefused("attributes.notSettlements", "name", dataset.name());
    }
    List<Settlement> settlements = new ArrayList<>();
    List<Geometry> ground = new ArrayList<>();
    int before = dataset.currentVersion();
    datasets
        .store()
        .forEachFeature(
            id,
            before,
            null,
            row -> {
              settlements.add(StoredRecords.settlement(row));
              ground.add(StoredRecords.ground(row));
            });
    Provenance from =
        datasets.store().versions(id).stream()
            .filter(version -> version.version() == before)
            .findFirst()
            .orElseThrow()
            .provenance();
    Path folder = Files.createTempDirectory(data.folder("uploads"), "join");
    try {
      AttributeJoin join =
          Settling.join(settlements, ground, sources(folder, attributes, names), nearKm);
      double people = settlements.stream().mapToDouble(Settlement::population).sum();
      return stored(
          dataset,
          new Provenance(
              from.source(),
              from.licence(),
              from.dated(),
              Member.nameOr("local"),
              from.fileName(),
              from.sha256(),
              from.crs(),
              transformation("version " + before, join.files(), nearKm)),
          join.settlements(),
          ground,
          new double[] {people, people, 0},
          join.files());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private Settled stored(
      Dataset dataset,
      Provenance provenance,
      List<Settlement> settlements,
      List<Geometry> ground,
      double[] people,
      List<AttributeJoin.JoinedFile> joined) {
    DatasetStore store = datasets.store();
    DatasetVersion version =
        Organisation.as(
            // PostgreSQL copies no rows past row-level security
            Organisation.EVERY,
            () ->
                store.commit(
                    dataset,
                    provenance,
                    IntStream.range(0, settlements.size())
                        .mapToObj(
                            k ->
                                StoredRecords.settlementRow(
                                    settlements.get(k), ground.isEmpty() ? null : ground.get(k)))
                        .iterator()));
    return new Settled(
        datasets.store().find(dataset.id()).orElseThrow(),
        version,
        settlements.size(),
        people[0],
        people[1],
        people[2],
        joined.stream()
            .map(f -> new Joined(f.name(), f.input().name(), f.attributes(), f.settlements()))
            .toList());
  }

  private Dataset dataset(String country, String name) {
    return datasets.store().named(LayerKind.SETTLEMENTS.label(), country, name);
  }

  /** How the version came about, with the hash of every file joined. */
  private static String transformation(
      String begun, List<AttributeJoin.JoinedFile> joined, double nearKm) {
    String text =
        begun
            + joined.stream()
                .map(f -> "; " + f.name() + " from " + f.input().name() + " " + f.input().sha256())
                .collect(Collectors.joining())
            + "; near "
            + nearKm
            + " km";
    return text.substring(0, Math.min(4000, text.length()));
  }

  private static List<AttributeSource> sources(
      Path folder, List<MultipartFile> files, List<String> names) throws IOException {
    List<AttributeSource> sources = new ArrayList<>();
    for (int k = 0; k < files.size(); k++) {
      if (!files.get(k).isEmpty()) {
        String name = k < names.size() ? names.get(k).strip() : "";
        sources.add(
            AttributeSource.named(
                name, keep(Files.createDirectory(folder.resolve("attribute" + k)), files.get(k))));
      }
    }
    return sources;
  }

  /** An upload under a name of harmless characters. */
  private static Path keep(Path folder, MultipartFile file) throws IOException {
    String given = String.valueOf(file.getOriginalFilename());
    String name = given.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^[. ]+", "");
    String harmless = name.isEmpty() ? "upload" : name;
    Path kept = folder.resolve(harmless.substring(Math.max(0, harmless.length() - 100)));
    file.transferTo(kept);
    return kept;
  }
}
