package org.kiungo.geodata.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.Subject;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.geodata.proposal.Proposals;
import org.kiungo.geodata.proposal.SystemProposals;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * What becomes of files as ministries of many countries send them: the first proposal is taken, and
 * the file read and judged as page and command line do.
 */
class FrontDoorTest {

  @TempDir private Path folder;

  private final LayerImport imports =
      new LayerImport(Reference.builtIn(), new CensusImport(new BuiltInDistricts()));

  /** Written once for all tests: some take a while to draw. */
  private static final List<MinistryFile> FILES = written();

  private static List<MinistryFile> written() {
    return Stream.of(
            PeopleFiles.censuses(),
            PeopleFiles.places(),
            SiteFiles.facilities(),
            SiteFiles.towers(),
            ShapeFiles.lines(),
            ShapeFiles.areas(),
            ShapeFiles.known(),
            OfficeFiles.numbers(),
            OfficeFiles.coordinates(),
            OfficeFiles.sheets(),
            SentLaterFiles.all(),
            RegulatorFiles.rates(),
            RegulatorFiles.counts(),
            RegulatorFiles.archives(),
            UnforeseenFiles.coordinates(),
            UnforeseenFiles.figures(),
            UnforeseenFiles.sheets(),
            UnforeseenFiles.shapes(),
            ReadApartFiles.zones(),
            ReadApartFiles.lo(),
            ReadApartFiles.drawings(),
            ReadApartFiles.households(),
            ReadApartFiles.sheets(),
            ReadApartFiles.vintages(),
            CollectedFiles.grids(),
            CollectedFiles.archives(),
            CollectedFiles.tried(),
            CollectedFiles.households())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void everyFileEndsInItsLayerOrInAQuestion() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> became = new LinkedHashMap<>();
    StringBuilder table = new StringBuilder();
    for (MinistryFile each : FILES) {
      String key = each.country() + " " + each.name();
      expected.put(key, each.becomes());
      String now = become(each);
      became.put(key, now);
      table.append(now.equals(each.becomes()) ? "  " : "! ");
      table.append(key).append(" -> ").append(now).append('\n');
    }
    Files.writeString(Path.of("target", "front-door.txt"), table);
    assertThat(expected).hasSizeGreaterThanOrEqualTo(60);
    assertThat(FILES.stream().map(MinistryFile::country).distinct().count())
        .isGreaterThanOrEqualTo(12);
    assertThat(became).as(table.toString()).isEqualTo(expected);
  }

  /** What an answer changes of a file's rows; the file is the one of that name above. */
  @ParameterizedTest
  @CsvSource({
    "towns.csv, settlements, grouping=grouped, settlements GHA 40/40 people 54% assumes sum",
    "towns_slips.csv, settlements, grouping=grouped, settlements GHA 37/40 people 50% assumes sum",
    "aldeias.csv, settlements, grouping=grouped, settlements MOZ 28/28 people 45% assumes sum",
    "censo_textos.xlsx, census, grouping=grouped, census CPV 22/22 people 99%",
    "gss_thousands.csv, census, thousands=times-thousand, census GHA 10/10 people 100%",
    "escolas.csv, facilities, facility=schools, facilities MOZ 28/28 school 28",
    "csb.csv, facilities, facility=clinics, facilities MDG 15/15 clinic 15",
    "exchanged.csv, settlements, exchanged=exchange-all, settlements ZMB 30/30 people 100%",
    "zambia.csv, settlements, exchanged=exchange-all, settlements ZMB 30/30 people 100%",
    "reseau.kmz, fibre-lines, state=works, fibre-lines BEN 12/12 OPERATIONAL 12",
    "reseau.kmz, fibre-lines, state=planned, fibre-lines BEN 12/12 PLANNED 12",
    "sign_lost.csv, settlements, sign=mirror-all, settlements GHA 20/20 people 100%",
    "sans_moins.xlsx, facilities, sign=mirror-all, facilities MDG 12/12 clinic 12",
    "en_milliers.csv, settlements, counted=times-thousand, settlements GIN 20/20 people 48% assumes sum",
    "en_millions.csv, census, counted=times-million, census MAR 11/11 people 99%",
    "baladiyat.csv, census, unmatched=keep-good, census LBY 15/22 people 62% assumes sum",
    "giga.csv, facilities, facility=keep-all, facilities RWA 8/8",
  })
  void answersChangeRows(String name, String layer, String answer, String becomes)
      throws IOException {
    assertThat(become(named(name), LayerKind.named(layer), answer)).isEqualTo(becomes);
  }

  /** Rows that no district is called as count once their names are corrected. */
  @Test
  void correctedNamesOfDistrictsCount() throws IOException {
    MinistryFile given = named("baladiyat.csv");
    SourceFile file = SourceFile.of(Files.write(folder.resolve(given.name()), given.bytes()));
    List<Answer> answers = new ArrayList<>();
    List<String> names = new Ground("LBY").districts(1, (each, people) -> each.name());
    List<String> rows = Files.readAllLines(file.path());
    for (int k = 0; k < names.size(); k++) {
      if (rows.get(k + 1).startsWith("Baladiyat")) {
        answers.add(new Answer("unmatched", "edit", k + 2, "", Map.of("name", names.get(k))));
      }
    }
    Judgement corrected = new Judgement(answers, "");
    assertThat(imported(file, LayerKind.CENSUS, ReadOptions.DETECT, "LBY", corrected))
        .isEqualTo(" 22/22 people 99%");
  }

  /** The same of a census that has codes alone: its questions show them, to be corrected by row. */
  @Test
  void correctedCodesOfDistrictsCount() throws IOException {
    MinistryFile given = named("codes_seuls.csv");
    SourceFile file = SourceFile.of(Files.write(folder.resolve(given.name()), given.bytes()));
    List<String> codes = new Ground("GHA").districts(1, (each, people) -> each.code());
    List<Answer> answers = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      answers.add(new Answer("unmatched", "edit", k + 2, "", Map.of("code", codes.get(k))));
    }
    assertThat(
            imported(file, LayerKind.CENSUS, ReadOptions.DETECT, "GHA", new Judgement(answers, "")))
        .isEqualTo(" 10/10 people 100%");
    Judge judge =
        new Judge(new Subject(file, LayerKind.CENSUS, "GHA", Standing.NOTHING), Judgement.NONE);
    ColumnMapping mapping = imports.guess(file, LayerKind.CENSUS, ReadOptions.DETECT);
    Imported<?> read =
        imports.stream(
            file, LayerKind.CENSUS, "GHA", mapping, judge::accepted, judge, judge.decisions());
    assertThat(judge.questions(read))
        .filteredOn(each -> each.code().equals("unmatched"))
        .flatExtracting(Question::cases)
        .extracting(each -> each.cells().get("code"))
        .containsExactly("GH-?0", "GH-?1", "GH-?2", "GH-?3");
  }

  /** Whoever says which mark is the decimal one is not asked what the other parts. */
  @ParameterizedTest
  @CsvSource({
    "towns.csv, '.', settlements GHA 40/40 people 54% assumes sum",
    "aldeias.csv, ',', settlements MOZ 28/28 people 45% assumes sum",
  })
  void aDeclaredDecimalMarkPartsThousands(String name, String mark, String becomes)
      throws IOException {
    MinistryFile given = named(name);
    SourceFile file = SourceFile.of(Files.write(folder.resolve(name), given.bytes()));
    ReadOptions options =
        new ReadOptions("", "", "", "", "", "", "", mark, "", false, false, false);
    LayerKind kind = LayerKind.SETTLEMENTS;
    String read = imported(file, kind, options, given.country(), Judgement.NONE);
    assertThat("settlements " + given.country() + read).isEqualTo(becomes);
  }

  @Test
  void metresGetTheSystemsThatPutThemIntoTheirCountry() throws IOException {
    MinistryFile schools = named("schools_utm.csv");
    SourceFile file = SourceFile.of(Files.write(folder.resolve("utm.csv"), schools.bytes()));
    InputRefused plain = new InputRefused("file.metresNotDegrees", "file", "utm.csv");
    InputRefused told = SystemProposals.of(plain, file, ReadOptions.DETECT, "NGA");
    assertThat(told.arguments().get("systems").toString())
        .startsWith("EPSG:32632 WGS 84 / UTM zone 32N (10/10), EPSG:26332 Minna / UTM zone 32N");
    assertThat(SystemProposals.of(plain, file, ReadOptions.DETECT, "LSO").code())
        .isEqualTo("file.systemNone");
    assertThat(SystemProposals.of(plain, file, ReadOptions.DETECT, ""))
        .as("it does not say its country")
        .isSameAs(plain);
  }

  /** National grids of offices are among those that are proposed. */
  @ParameterizedTest
  @CsvSource({
    "utm35.xlsx, EPSG:32735 WGS 84 / UTM zone 35S (12/12)",
    "arc1950.csv, EPSG:20935 Arc 1950 / UTM zone 35S (20/20)",
    "merchich.csv, EPSG:26191 Merchich / Nord Maroc (20/20)",
    "zones.csv, EPSG:32636 WGS 84 / UTM zone 35+36 (15/15)",
    "web_mercator.geojson, EPSG:3857 WGS 84 / Pseudo-Mercator (12/12)",
  })
  void gridsOfOfficesAreProposed(String name, String system) throws IOException {
    MinistryFile given = named(name);
    SourceFile file = SourceFile.of(Files.write(folder.resolve(name), given.bytes()));
    InputRefused plain = new InputRefused("file.metresNotDegrees", "file", name);
    InputRefused told = SystemProposals.of(plain, file, ReadOptions.DETECT, given.country());
    assertThat(told.arguments().get("systems").toString()).contains(system);
  }

  /** Degrees, minutes and seconds in columns of their own are one place, to the second. */
  @Test
  void partsOfDegreesAddUp() throws IOException {
    Path path = Files.write(folder.resolve("p.xlsx"), named("trois_colonnes.xlsx").bytes());
    Imported<?> read = imports.read(path, LayerKind.FACILITIES, "BEN", null);
    List<LonLat> places = new Ground("BEN").places(12, (each, k) -> each.location());
    for (int k = 0; k < places.size(); k++) {
      LayerFeature row = (LayerFeature) read.records().get(k);
      assertThat(LayerFeature.placeIn(row.geometry()).distanceKm(places.get(k))).isLessThan(0.05);
    }
    assertThat(read.report().counts()).doesNotContainKey("columnsUnused");
  }

  /** What the file says of its system goes first; with a country that none fits, that is told. */
  @Test
  void namesOfSystemsInTheFileGoFirst() throws IOException {
    String heads = "School,Easting_Adindan36N,Northing_Adindan36N\n";
    Path path = folder.resolve("adindan.csv");
    Files.writeString(path, heads + "Atbara,600000,1950000\nShendi,560000,1850000\n");
    InputRefused plain = new InputRefused("file.metresNotDegrees", "file", "adindan.csv");
    InputRefused told = SystemProposals.of(plain, SourceFile.of(path), ReadOptions.DETECT, "SDN");
    assertThat(told.arguments().get("systems").toString()).startsWith("EPSG:20136 Adindan");
    Files.writeString(path, "School,X,Y\nAtbara,33972300,17702100\nShendi,33433300,16691500\n");
    told = SystemProposals.of(plain, SourceFile.of(path), ReadOptions.DETECT, "SDN");
    assertThat(told.code()).isEqualTo("file.systemNone");
  }

  /** A column that its cells tell is used, and said to be. */
  @Test
  void generationsStandInWhateverColumnHoldsThem() throws IOException {
    Path path = Files.write(folder.resolve("a.geojson"), named("calques.geojson").bytes());
    SourceFile file = SourceFile.of(path);
    Inspection found = Inspector.inspect(file, ReadOptions.DETECT, NO_CHECK, CODES);
    List<FileProposal> proposals =
        new Proposals(Reference.builtIn()).of(file, ReadOptions.DETECT, found);
    assertThat(proposals.get(0).uses()).containsEntry("Calque", "generation");
    assertThat(imports.guess(file, LayerKind.COVERAGE, ReadOptions.DETECT).column("generation"))
        .isEqualTo("Calque");
    Imported<?> read = imports.read(path, LayerKind.COVERAGE, "SEN", null);
    assertThat(read.report().counts()).doesNotContainKeys("columnsUnused", "generationUnknown");
  }

  /** Files that are imported as another layer than theirs are doubted, with the right remedy. */
  @ParameterizedTest
  @CsvSource({
    "shule.csv, settlements, facilities",
    "escolas.csv, towers, facilities",
    "torres.csv, facilities, towers",
    "umeme.csv, fibre-lines, grid",
    "osm_roads.geojson, grid, roads",
    "couverture.geojson, hazard, coverage",
  })
  void anotherLayerIsDoubted(String name, String layer, String other) throws IOException {
    Path path = Files.write(folder.resolve(name), named(name).bytes());
    SourceFile file = SourceFile.of(path);
    LayerKind kind = LayerKind.named(layer);
    Optional<Proposals.Other> doubted = Proposals.other(file, ReadOptions.DETECT, kind);
    assertThat(doubted.map(each -> each.kind().label())).contains(other);
    LayerKind right = LayerKind.named(other);
    assertThat(Proposals.other(file, ReadOptions.DETECT, right)).isEmpty();
  }

  /** A census is no list of places that only lacks its coordinates. */
  @Test
  void tablesOfDistrictsAreProposedAsNothingElse() throws IOException {
    Path path = Files.write(folder.resolve("rgph5.xlsx"), named("rgph5.xlsx").bytes());
    SourceFile file = SourceFile.of(path);
    Inspection found = Inspector.inspect(file, ReadOptions.DETECT, NO_CHECK, CODES);
    List<FileProposal> proposals =
        new Proposals(Reference.builtIn()).of(file, ReadOptions.DETECT, found);
    assertThat(proposals).extracting(FileProposal::kind).containsExactly(LayerKind.CENSUS);
    assertThat(proposals.get(0).uses())
        .containsEntry("Population Total", "population")
        .containsEntry("Population Hommes", "");
  }

  @Test
  void pupilsBecomeNoPeopleUnasked() throws IOException {
    MinistryFile schools = named("carte_scolaire.xlsx");
    assertThat(become(schools, LayerKind.SETTLEMENTS, null)).contains("asks layer");
  }

  private static MinistryFile named(String name) {
    return FILES.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private String become(MinistryFile given, LayerKind kind, String answer) throws IOException {
    SourceFile file = SourceFile.of(Files.write(folder.resolve(given.name()), given.bytes()));
    List<Answer> answers = answer == null ? List.of() : List.of(Answer.parse(answer));
    String layer = Inspector.layers(file, ReadOptions.DETECT).get(0).name();
    return kind.label()
        + " "
        + given.country()
        + imported(
            file,
            kind,
            ReadOptions.DETECT.withLayer(layer),
            given.country(),
            new Judgement(answers, ""));
  }

  private String become(MinistryFile given) throws IOException {
    Path path =
        Files.write(Files.createTempDirectory(folder, "file").resolve(given.name()), given.bytes());
    SourceFile file = SourceFile.of(path);
    try {
      Inspection found = Inspector.inspect(file, ReadOptions.DETECT, NO_CHECK, CODES);
      List<FileProposal> proposals =
          new Proposals(Reference.builtIn()).of(file, ReadOptions.DETECT, found);
      if (proposals.isEmpty()) {
        return "nothing proposed";
      }
      FileProposal first = proposals.get(0);
      String known = first.known() == null ? "" : " known " + first.known().label();
      if (first.kind() == null) {
        return "none" + known;
      }
      String country = first.country().isEmpty() ? given.country() : first.country();
      String unsaid = first.country().isEmpty() ? "?" : "";
      return first.kind().label()
          + " "
          + country
          + unsaid
          + attempted(file, first, country)
          + (first.known() == null || known.contains("opencellid") ? "" : known);
    } catch (InputRefused refused) {
      return "refused " + refused.code();
    }
  }

  private static final FeatureCheck NO_CHECK = (feature, about, out) -> {};
  private static final Inspection.Wording CODES = Inspection.Wording.CODES;

  private String attempted(SourceFile file, FileProposal proposal, String country) {
    try {
      ReadOptions options = ReadOptions.DETECT.withLayer(proposal.fileLayer());
      return imported(file, proposal.kind(), options, country, Judgement.NONE);
    } catch (InputRefused refused) {
      return " refused " + refused.code();
    }
  }

  private String imported(
      SourceFile file, LayerKind kind, ReadOptions options, String country, Judgement judgement) {
    Judge judge = new Judge(new Subject(file, kind, country, Standing.NOTHING), judgement);
    ColumnMapping mapping =
        kind.shape() == LayerKind.Shape.RASTER
            ? ColumnMapping.guess(options)
            : imports.guess(file, kind, options);
    Map<String, Integer> states = new TreeMap<>();
    Imported<?> read =
        imports.stream(
            file,
            kind,
            country,
            mapping,
            row -> {
              judge.accepted(row);
              if (row.record() instanceof FibreLine line) {
                states.merge(line.status().name(), 1, Integer::sum);
              } else if (row.record() instanceof Tower tower) {
                states.merge("heights", Double.isNaN(tower.heightM()) ? 0 : 1, Integer::sum);
              } else if (row.record() instanceof LayerFeature each
                  && kind == LayerKind.FACILITIES
                  && !judgement.answers().isEmpty()) {
                String said = each.values().getOrDefault("category", "");
                InstitutionKind.meantBy(List.of(said), CatalogueReader.builtInInstitutions())
                    .ifPresent(found -> states.merge(found.id(), 1, Integer::sum));
              }
            },
            judge,
            judge.decisions());
    List<Question> questions = judge.questions(read);
    boolean raster = kind.shape() == LayerKind.Shape.RASTER;
    StringBuilder text = new StringBuilder();
    if (!raster) {
      text.append(' ').append(read.report().rowsAccepted());
      text.append('/').append(read.report().rowsIn());
    }
    if (kind == LayerKind.CENSUS || kind == LayerKind.SETTLEMENTS || raster) {
      double nation = Reference.builtIn().country(country).population();
      text.append(" people ").append(Math.round(100 * read.report().totalAfter() / nation));
      text.append('%');
    }
    states.forEach((state, rows) -> text.append(' ').append(state).append(' ').append(rows));
    text.append(named(" asks ", questions, Question::isOpen));
    text.append(named(" assumes ", questions, each -> each.assumed()));
    return text.toString();
  }

  private static String named(
      String what, List<Question> questions, java.util.function.Predicate<Question> which) {
    List<String> codes = new ArrayList<>();
    questions.stream().filter(which).forEach(each -> codes.add(each.code()));
    return codes.isEmpty() ? "" : what + codes.stream().collect(Collectors.joining(","));
  }
}
