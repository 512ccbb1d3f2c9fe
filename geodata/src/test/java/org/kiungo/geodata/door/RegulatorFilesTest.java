package org.kiungo.geodata.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
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
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.geodata.proposal.KnownFile;
import org.kiungo.geodata.proposal.Proposals;
import org.kiungo.geodata.proposal.SystemProposals;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/** What is told of tables by district that lack places, names or figures, and of whole archives. */
class RegulatorFilesTest {

  @TempDir private Path folder;

  private final LayerImport imports =
      new LayerImport(Reference.builtIn(), new CensusImport(new BuiltInDistricts()));

  /** What became of a file. */
  private record Outcome(DataReport report, List<Question> questions, List<Settlement> places) {
    Question question(String code) {
      return questions.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }

    List<Finding> findings(String code) {
      return report.findings().stream().filter(each -> each.code().equals(code)).toList();
    }
  }

  private SourceFile file(String name) throws IOException {
    MinistryFile given =
        Stream.of(RegulatorFiles.rates(), RegulatorFiles.counts(), RegulatorFiles.archives())
            .flatMap(List::stream)
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return SourceFile.of(Files.write(folder.resolve(name), given.bytes()));
  }

  private List<FileProposal> proposals(SourceFile file) {
    Inspection found =
        Inspector.inspect(
            file, ReadOptions.DETECT, (feature, about, out) -> {}, Inspection.Wording.CODES);
    return new Proposals(Reference.builtIn()).of(file, ReadOptions.DETECT, found);
  }

  private Outcome read(SourceFile file, LayerKind kind, String iso3, String... answers) {
    List<Answer> given = Stream.of(answers).map(Answer::parse).toList();
    Judge judge =
        new Judge(new Subject(file, kind, iso3, Standing.NOTHING), new Judgement(given, ""));
    List<Settlement> places = new ArrayList<>();
    Imported<?> read =
        imports.stream(
            file,
            kind,
            iso3,
            imports.guess(file, kind, ReadOptions.DETECT),
            row -> {
              judge.accepted(row);
              if (row.record() instanceof Settlement each) {
                places.add(each);
              }
            },
            judge,
            judge.decisions());
    return new Outcome(read.report(), judge.questions(read), places);
  }

  /** Whatever such a table is imported as, it is told what it is and what it lacks. */
  @ParameterizedTest
  @CsvSource({
    "taux_4g_region.csv, file.coverageByDistrictMixed, Population couverte (%), 36 %, '0,31'",
    "4g_rate.csv, file.coverageByDistrict, Population covered %, 31 %, ''",
    "cobertura.xlsx, file.coverageByDistrict, Cobertura 4G, '', ''",
  })
  void ratesByDistrictAreToldAsSuch(
      String name, String code, String share, String signed, String bare) throws IOException {
    SourceFile file = file(name);
    for (String lacking : List.of("file.placeMissing", "file.columnMissing")) {
      InputRefused plain = new InputRefused(lacking, "file", name);
      InputRefused told = SystemProposals.of(plain, file, ReadOptions.DETECT, "");
      assertThat(told.code()).isEqualTo(code);
      assertThat(told.arguments())
          .containsEntry("share", share)
          .containsEntry("signed", signed)
          .containsEntry("bare", bare);
    }
  }

  /** A table that counts people too is a census, and what its shares are is told beside. */
  @Test
  void ratesBesidePeopleAreToldBesideTheCensus() throws IOException {
    SourceFile file = file("couverture_population.csv");
    List<FileProposal> proposals = proposals(file);
    assertThat(proposals).extracting(FileProposal::kind).containsExactly(LayerKind.CENSUS, null);
    assertThat(proposals.get(1).known()).isEqualTo(KnownFile.COVERAGE_BY_DISTRICT);
    InputRefused plain = new InputRefused("file.placeMissing", "file", file.name());
    assertThat(SystemProposals.of(plain, file, ReadOptions.DETECT, "")).isSameAs(plain);
  }

  /** "45 %" beside 0,35: nobody knows whether that is a third or less than a hundredth. */
  @Test
  void sharesWithAndWithoutTheirSignAreAskedAbout() throws IOException {
    StringBuilder rows =
        new StringBuilder("Localité;Longitude;Latitude;Population;Couverture 4G\n");
    List<String> places =
        new Ground("SEN")
            .places(
                20,
                (each, k) ->
                    "%s;%s;%s;%d;%s\n"
                        .formatted(
                            each.name(),
                            Ground.comma(each.location().lon()),
                            Ground.comma(each.location().lat()),
                            Math.round(each.population()),
                            k % 2 == 0 ? "45 %" : "0,35"));
    places.forEach(rows::append);
    SourceFile file = SourceFile.of(Files.writeString(folder.resolve("taux.csv"), rows));
    Question asked = read(file, LayerKind.SETTLEMENTS, "SEN").question("percent");
    assertThat(asked.isOpen()).isTrue();
    assertThat(asked.figures())
        .containsEntry("way", "signs")
        .containsEntry("signed", "45 %")
        .containsEntry("bare", "0,35");
    assertThat(shares(file, "percent=percent")).containsExactly(0.45, 0.0035);
    assertThat(shares(file, "percent=keep-all")).containsExactly(0.45, 0.35);
  }

  private List<Double> shares(SourceFile file, String answer) {
    return read(file, LayerKind.SETTLEMENTS, "SEN", answer).places().stream()
        .map(each -> Math.rint(1e6 * each.baselineCoverageRatio()) / 1e6)
        .distinct()
        .toList();
  }

  /** How many codes are unknown, which, what is expected; a column of names makes them useful. */
  @Test
  void unknownCodesAreToldWithExamplesOfKnownOnes() throws IOException {
    Outcome codes = read(file("pcodes.csv"), LayerKind.CENSUS, "SEN");
    assertThat(codes.findings("codeUnknown"))
        .hasSize(14)
        .allMatch(each -> each.severity() == Severity.ERROR)
        .allMatch(each -> each.expected().contains("SN-DK (Dakar)"));
    assertThat(codes.question("unmatched").figures())
        .containsEntry("lost", 14L)
        .containsEntry("way", "codes")
        .containsEntry("unknown", "SN999, SN9919, SN9928")
        .hasEntrySatisfying("expected", each -> assertThat(each + "").contains("SN-DK (Dakar)"));
    Outcome named = read(file("pcodes_noms.csv"), LayerKind.CENSUS, "SEN");
    assertThat(named.report().rowsAccepted()).isEqualTo(14);
    assertThat(named.findings("codeUnknown")).isEmpty();
  }

  @Test
  void negativePeopleAreListedWithTheirReason() throws IOException {
    Outcome read = read(file("negatif.csv"), LayerKind.CENSUS, "MLI");
    assertThat(read.report().rowsListed()).isEqualTo(1);
    assertThat(read.findings("populationNegative"))
        .singleElement()
        .satisfies(each -> assertThat(each.row()).isEqualTo(3))
        .satisfies(each -> assertThat(each.severity()).isEqualTo(Severity.ERROR))
        .satisfies(each -> assertThat(each.found()).startsWith("-250"));
  }

  /** What stands below a table is told, and no row of it. */
  @ParameterizedTest
  @CsvSource({
    "ins.csv, 25, Source : INS 2019",
    "ins_note.csv, 26, 'Note : chiffres provisoires. Source: INSEED, RGPH-3'"
  })
  void notesBelowATableAreNoBadRows(String name, long row, String note) throws IOException {
    Outcome read = read(file(name), LayerKind.CENSUS, "TCD");
    assertThat(read.report().rowsListed()).isZero();
    assertThat(read.findings("censusNote"))
        .singleElement()
        .satisfies(each -> assertThat(each.row()).isEqualTo(row))
        .satisfies(each -> assertThat(each.found()).isEqualTo(note))
        .satisfies(each -> assertThat(each.severity()).isEqualTo(Severity.INFO));
  }

  /** A district in the last row that nobody counted, or that is misspelled, is no note. */
  @ParameterizedTest
  @CsvSource({"Wadi Fira;", "Wadi Fora;12000", "Nulle Part;"})
  void aDistrictWithoutFigureIsNoNote(String last) throws IOException {
    String text = "Province;Population 2019\nBatha;500000\nBorkou;90000\n" + last + "\n";
    SourceFile file = SourceFile.of(Files.writeString(folder.resolve("fin.csv"), text));
    Outcome read = read(file, LayerKind.CENSUS, "TCD");
    assertThat(read.report().rowsIn()).isEqualTo(3);
    assertThat(read.findings("censusNote")).isEmpty();
  }

  /** Smaller and larger areas by what offices of five languages call them. */
  @ParameterizedTest
  @CsvSource({
    "Província, Distrito",
    "Província, Municipio",
    "Província, Município",
    "Provincia, Distrito",
    "Région, Département",
    "Wilaya, Commune",
    "Gouvernorat, District",
    "ولاية, بلدية",
    "الولاية, البلدية",
    "المحافظة, الدائرة",
    "المحافظة, المعتمدية",
    "Gouvernorat, Délégation",
    "Région, Sous-préfecture",
    "Mkoa, Wilaya",
  })
  void areasAreFoundByWhatOfficesCallThem(String larger, String smaller) {
    Map<String, String> found = CensusImport.columnsOf(List.of(larger, smaller, "Population"));
    assertThat(found).containsEntry("region", larger).containsEntry("name", smaller);
    assertThat(CensusImport.columnsOf(List.of(larger, "Population")))
        .containsEntry("name", larger)
        .doesNotContainKey("region");
    assertThat(CensusImport.columnsOf(List.of(smaller, "Population")))
        .containsEntry("name", smaller);
  }

  /** Each level is one proposal, the finest first, and none is there twice. */
  @Test
  void levelsOfOneArchiveAreProposedOneByOne() throws IOException {
    SourceFile file = file("geoBoundaries-GNB-all.zip");
    List<FileProposal> proposals = proposals(file);
    assertThat(proposals)
        .extracting(FileProposal::fileLayer)
        .containsExactly(
            "geoBoundaries-GNB-ADM2", "geoBoundaries-GNB-ADM1", "geoBoundaries-GNB-ADM0");
    assertThat(proposals)
        .allMatch(each -> each.kind() == LayerKind.BOUNDARIES)
        .allMatch(each -> each.known() == KnownFile.GEOBOUNDARIES);
    assertThat(proposals.get(0).evidence())
        .filteredOn(each -> each.code().equals("level"))
        .singleElement()
        .satisfies(each -> assertThat(each.figures()).startsWith(2));
  }

  /** The same where shapefiles lie beside each drawing, as they do in what is downloaded whole. */
  @Test
  void levelsWithShapefilesBesideThemAreReadOnce() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(RegulatorFiles.everything(new Ground("GNB")));
    List<String> drawn = entries.keySet().stream().filter(each -> each.endsWith("json")).toList();
    for (String each : drawn) {
      String stem = each.substring(0, each.lastIndexOf('.'));
      if (each.endsWith(".geojson")) {
        entries.putAll(shapefile(stem, entries.get(each)));
      }
    }
    SourceFile file =
        SourceFile.of(Files.write(folder.resolve("whole.zip"), MinistryFile.zip(entries)));
    List<FileProposal> proposals = proposals(file);
    assertThat(proposals)
        .extracting(FileProposal::fileLayer)
        .containsExactly(
            "geoBoundaries-GNB-ADM2", "geoBoundaries-GNB-ADM1", "geoBoundaries-GNB-ADM0");
    assertThat(proposals).allMatch(each -> each.known() == KnownFile.GEOBOUNDARIES);
    ReadOptions options = ReadOptions.DETECT.withLayer(proposals.get(0).fileLayer());
    ColumnMapping mapping = imports.guess(file, LayerKind.BOUNDARIES, options);
    DataReport report =
        imports.stream(
                file,
                LayerKind.BOUNDARIES,
                "GNB",
                mapping,
                row -> {},
                RowWatcher.NONE,
                RowDecisions.NONE)
            .report();
    assertThat(report.rowsAccepted()).isEqualTo(9);
    assertThat(report.rowsIn()).isEqualTo(9);
  }

  private Map<String, byte[]> shapefile(String stem, byte[] geojson) throws IOException {
    Path drawing = Files.write(folder.resolve(stem + ".geojson"), geojson);
    List<Feature> rows = new ArrayList<>();
    SourceFile file = SourceFile.of(drawing);
    ((VectorReader) LayerReader.of(file))
        .stream(
            file,
            ReadOptions.DETECT,
            new FeatureConsumer() {
              @Override
              public void layer(LayerSchema schema) {}

              @Override
              public void feature(Feature feature) {
                rows.add(feature);
              }

              @Override
              public void finding(Finding finding) {}
            });
    List<Field> fields =
        rows.get(0).attributes().keySet().stream()
            .map(each -> new Field(each, Field.Type.TEXT))
            .toList();
    Path shapes = folder.resolve(stem + ".shp");
    ExportFormat.named("shp").write(List.of(new ExportLayer(stem, fields, rows, null)), shapes);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (String part : List.of("shp", "shx", "dbf", "prj")) {
      parts.put(stem + "." + part, Files.readAllBytes(folder.resolve(stem + "." + part)));
    }
    return parts;
  }
}
