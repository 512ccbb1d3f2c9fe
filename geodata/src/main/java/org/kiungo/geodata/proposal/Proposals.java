package org.kiungo.geodata.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.LayerNames;
import org.kiungo.geodata.format.table.CoordinateColumns;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.SpeedTiles;
import org.kiungo.geodata.proposal.FileProposal.Evidence;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.LonLat;

/**
 * Proposes what a file may be read as, by its content and never by its name, but for what speed
 * tests ran over, which nothing else may say.
 */
public final class Proposals {

  private static final String OSM_EXTRACT = "OSM PBF";

  /** Layers proposed for one table. */
  private static final int MOST_KINDS = 3;

  /** Tables of one file that are looked at. */
  private static final int MOST_LAYERS = 20;

  /** What speaks for a layer so much is told as such where nothing else comes near. */
  private static final int CLEAR = 6;

  /** What speaks for another layer so much, and so many times as much, is a doubt. */
  private static final int SURE = 6;

  private static final double TWICE = 1.6;

  /** A population raster adds up to a nation's people, within what censuses differ by. */
  private static final double LEAST_PEOPLE = 0.5;

  private static final double MOST_PEOPLE = 1.5;

  /** Of Lo grids the column called X is the one of southings. */
  private static final Map<String, String> OTHERS = Map.of("lon", "lat", "lat", "lon");

  /** What operators draw as places beside their cables. */
  private static final Set<LayerKind> BESIDE_LINES = EnumSet.of(LayerKind.TOWERS, LayerKind.NODES);

  private final CountryLookup countries;

  public Proposals(CountryLookup countries) {
    this.countries = countries;
  }

  /**
   * What a file may be read as, the likeliest first.
   *
   * @param found what was found in it
   */
  public List<FileProposal> of(SourceFile file, ReadOptions options, Inspection found) {
    return of(file, options, found, "");
  }

  /**
   * The same for a country that is chosen.
   *
   * @param country ISO 3166-1 alpha-3; empty for none. Rows that lie in it with their coordinates
   *     exchanged are of it
   */
  public List<FileProposal> of(
      SourceFile file, ReadOptions options, Inspection found, String country) {
    if (found.raster() != null) {
      return cells(file, found.raster());
    }
    List<FileProposal> proposals = new ArrayList<>();
    if (!(LayerReader.of(file) instanceof VectorReader reader)) {
      return proposals;
    }
    List<String> joined = joined(found);
    List<String> all = found.layers().stream().map(Inspection.Layer::name).toList();
    found.layers().stream()
        .filter(each -> each.features() > 0 && !each.hidden() && !joined.contains(each.name()))
        .filter(each -> !LayerNames.isCopy(each.name(), all))
        .sorted(
            Comparator.comparing((Inspection.Layer each) -> !each.name().contains(ReadOptions.JOIN))
                // the finest units first: the first level is built in
                .thenComparing(each -> -LayerNames.level(each.name())))
        .limit(MOST_LAYERS)
        .forEach(
            layer ->
                proposals.addAll(
                    of(Sample.of(reader, file, options, layer), file, options, country)));
    return proposals;
  }

  /** Names of layers that are proposed as one; whoever wants one alone names it. */
  private static List<String> joined(Inspection found) {
    return found.layers().stream()
        .map(each -> ReadOptions.DETECT.withLayer(each.name()))
        .filter(ReadOptions::isJoined)
        .flatMap(each -> each.joined().stream())
        .toList();
  }

  private List<FileProposal> of(Sample sample, SourceFile file, ReadOptions options, String asked) {
    List<LayerSigns.Sign> signs = new LayerSigns(sample).all();
    CountrySigns.Sign country = new CountrySigns(sample, countries, asked).best();
    Optional<KnownFile> known = known(sample, file);
    List<FileProposal> proposals = new ArrayList<>();
    if (known.isPresent()) {
      proposals.add(proposal(sample, file, options, known.get(), country));
    }
    if (known.isPresent() && known.get() != KnownFile.HOT_EXPORT) {
      return proposals;
    }
    Optional<DistrictRates> rates = DistrictRates.of(sample);
    if (rates.isPresent() && !rates.get().counts()) {
      return List.of(proposal(sample, rates.get(), country));
    }
    for (int k = 0; k < Math.min(MOST_KINDS, signs.size()); k++) {
      LayerSigns.Sign sign = signs.get(k);
      boolean fits = k == 0 || !sign.isPlaceless();
      boolean speaks = 3 * sign.strength() >= signs.get(0).strength();
      boolean bareLines = sample.dimension() == 1 && signs.get(0).strength() == 0;
      if (fits && speaks && (sign.strength() >= LayerSigns.WEAK || bareLines)) {
        boolean clear = k == 0 && isClear(signs);
        boolean extract = LayerReader.of(file).format().equals(OSM_EXTRACT);
        proposals.add(
            proposal(
                sample,
                file,
                options,
                sign,
                extract ? KnownFile.OPENSTREETMAP : null,
                clear,
                country));
      }
    }
    rates.ifPresent(
        each ->
            proposals.add(each.mainly() ? 0 : proposals.size(), proposal(sample, each, country)));
    // places of a drawing that has lines too, of which nothing tells what they are
    if (proposals.isEmpty() && sample.layer().endsWith(VectorReader.PLACES)) {
      signs.stream()
          .filter(each -> BESIDE_LINES.contains(each.kind()))
          .map(each -> proposal(sample, file, options, each, null, false, country))
          .forEach(proposals::add);
    }
    return proposals;
  }

  /** Whether the first of several speaks for its layer far more than the second for its own. */
  static boolean isClear(List<LayerSigns.Sign> signs) {
    int first = signs.get(0).strength();
    int second = signs.size() > 1 ? signs.get(1).strength() : 0;
    return first >= CLEAR && 2 * first >= 3 * second;
  }

  private FileProposal proposal(
      Sample sample,
      SourceFile file,
      ReadOptions options,
      LayerSigns.Sign sign,
      KnownFile known,
      boolean clear,
      CountrySigns.Sign country) {
    Map<String, String> uses = uses(sample, sign.kind(), file, options);
    List<Evidence> evidence = new ArrayList<>(sign.evidence());
    evidence.addAll(0, sample.parts());
    shape(sample, evidence);
    grid(sample, file, options, evidence);
    uses.forEach(
        (column, use) -> {
          if (use.equals("population") && ColumnNames.saysHouseholds(column)) {
            evidence.add(Evidence.of("households", column));
          }
        });
    add(evidence, country);
    return new FileProposal(
        sign.kind(), sample.layer(), country.iso3(), known, clear, evidence, uses);
  }

  private FileProposal proposal(
      Sample sample,
      SourceFile file,
      ReadOptions options,
      KnownFile known,
      CountrySigns.Sign country) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("knownColumns", known.title()));
    int level = LayerNames.level(sample.layer());
    if (known.kind() == LayerKind.BOUNDARIES && level >= 0) {
      evidence.add(Evidence.of("level", level, sample.layer()));
    }
    shape(sample, evidence);
    add(evidence, country);
    return new FileProposal(
        known.kind(),
        sample.layer(),
        country.iso3(),
        known,
        true,
        evidence,
        known.kind() == null ? Map.of() : uses(sample, known.kind(), file, options));
  }

  private static FileProposal proposal(
      Sample sample, DistrictRates rates, CountrySigns.Sign country) {
    List<Evidence> evidence = rates.evidence(sample.features());
    add(evidence, country);
    return new FileProposal(
        null,
        sample.layer(),
        country.iso3(),
        KnownFile.COVERAGE_BY_DISTRICT,
        !rates.counts(),
        evidence,
        Map.of());
  }

  private static void add(List<Evidence> evidence, CountrySigns.Sign country) {
    if (country.evidence() != null) {
      evidence.add(country.evidence());
    }
  }

  private static void shape(Sample sample, List<Evidence> evidence) {
    String[] codes = {"points", "lines", "areas"};
    if (sample.dimension() >= 0) {
      evidence.add(Evidence.of(codes[sample.dimension()], sample.features()));
    }
  }

  /** A cell of the column whose cells are places of a grid. */
  private static void grid(
      Sample sample, SourceFile file, ReadOptions options, List<Evidence> evidence) {
    List<String> columns = List.copyOf(sample.columns());
    CoordinateColumns places =
        CoordinateColumns.find(columns, options, file).orByCells(cells(sample, columns));
    if (places.pair() == CoordinateColumns.Pair.GRID) {
      String column = columns.get(places.wkt());
      sample.rows().stream()
          .map(row -> row.attributes().get(column))
          .filter(cell -> !NumberText.isMissing(cell))
          .findFirst()
          .ifPresent(cell -> evidence.add(Evidence.of("gridCells", cell.toString(), column)));
    }
  }

  private static List<List<Object>> cells(Sample sample, List<String> columns) {
    return sample.rows().stream()
        .map(row -> columns.stream().map(column -> row.attributes().get(column)).toList())
        .toList();
  }

  /** Whether the column called X is the one of southings, as in Lo grids. */
  private static boolean isExchanged(
      CoordinateColumns places, List<List<Object>> cells, ReadOptions options) {
    Optional<CoordinateSystem> lo =
        CoordinateSystem.findByCode(options.crs()).filter(CoordinateSystem::isSouthOriented);
    if (lo.isEmpty() || places.lon() < 0 || cells.isEmpty()) {
      return false;
    }
    double x = NumberText.of(cells.get(0).get(places.lon()), true).value();
    double y = NumberText.of(cells.get(0).get(places.lat()), true).value();
    return Math.abs(lo.get().ofColumns(x, y).y) == Math.abs(x);
  }

  /** Every column, and what it would be used as. */
  private static Map<String, String> uses(
      Sample sample, LayerKind kind, SourceFile file, ReadOptions options) {
    List<String> columns = List.copyOf(sample.columns());
    Map<String, String> uses = new LinkedHashMap<>();
    columns.forEach(column -> uses.put(column, ""));
    List<List<Object>> cells = cells(sample, columns);
    CoordinateColumns places = CoordinateColumns.find(columns, options, file).orByCells(cells);
    if (kind.shape() != LayerKind.Shape.NONE && places.any()) {
      boolean exchanged = isExchanged(places, cells, options);
      places
          .roles(columns)
          .forEach(
              (at, role) ->
                  uses.put(columns.get(at), exchanged ? OTHERS.getOrDefault(role, role) : role));
    }
    Map<String, String> guessed = new LinkedHashMap<>();
    kind.roles().forEach(role -> guessed.put(role, ColumnNames.guess(kind, role, columns)));
    ColumnNames.byCells(kind, guessed, sample.rows());
    Map<String, String> roles =
        kind == LayerKind.CENSUS ? CensusImport.columnsOf(columns) : guessed;
    roles.forEach((role, column) -> uses.computeIfPresent(column, (same, use) -> role));
    return uses;
  }

  /**
   * A layer for which a file speaks far more than for the one it is imported as.
   *
   * @param columns and cells that speak for it
   */
  public record Other(LayerKind kind, String columns) {}

  /** The layer for which a file speaks far more than for the one given; empty for none. */
  public static Optional<Other> other(SourceFile file, ReadOptions options, LayerKind own) {
    if (!(LayerReader.of(file) instanceof VectorReader reader)) {
      return Optional.empty();
    }
    Sample sample = Sample.of(reader, file, options);
    List<LayerSigns.Sign> signs = new LayerSigns(sample).all();
    int speaks =
        signs.stream()
            .filter(each -> each.kind() == own)
            .mapToInt(LayerSigns.Sign::strength)
            .findFirst()
            .orElse(0);
    return signs.stream()
        .limit(1)
        .filter(each -> each.kind() != own && each.strength() >= SURE)
        .filter(each -> each.strength() >= TWICE * speaks)
        .map(each -> new Other(each.kind(), speaking(each)))
        .findFirst();
  }

  /**
   * The kind of facility that a file speaks of, as the catalogue calls it.
   *
   * @param columns and cells that speak for it
   */
  public record Institution(String kind, String columns) {}

  /** The file that many countries have which this one is, by its columns; empty for none. */
  public static Optional<KnownFile> known(SourceFile file, ReadOptions options) {
    return LayerReader.of(file) instanceof VectorReader reader
        ? known(Sample.of(reader, file, options), file)
        : Optional.empty();
  }

  private static Optional<KnownFile> known(Sample sample, SourceFile file) {
    return KnownFile.of(sample.columns())
        .map(
            each ->
                each.over(
                    SpeedTiles.access(
                        List.of(file.name(), sample.layer()),
                        sample.rows().stream().map(Feature::attributes).toList())));
  }

  /** The kind of facility for which a file speaks far more than for another; empty for none. */
  public static Optional<Institution> institution(SourceFile file, ReadOptions options) {
    if (!(LayerReader.of(file) instanceof VectorReader reader)) {
      return Optional.empty();
    }
    Map<String, LayerSigns.Sign> signs =
        new LayerSigns(Sample.of(reader, file, options)).institutions();
    int all = signs.values().stream().mapToInt(LayerSigns.Sign::strength).sum();
    return signs.entrySet().stream()
        .filter(each -> each.getValue().strength() >= TWICE * (all - each.getValue().strength()))
        .map(each -> new Institution(each.getKey(), speaking(each.getValue())))
        .findFirst();
  }

  private static String speaking(LayerSigns.Sign sign) {
    return sign.evidence().stream()
        .filter(each -> each.code().equals("columns") || each.code().equals("cells"))
        .map(each -> String.valueOf(each.figures().get(0)))
        .collect(Collectors.joining(", "));
  }

  private List<FileProposal> cells(SourceFile file, Inspection.Cells raster) {
    Optional<KnownFile> known = KnownFile.of(raster);
    CountryFacts facts = nation(raster);
    double share = facts == null ? Double.NaN : raster.sum() / facts.population();
    boolean nation = share >= LEAST_PEOPLE && share <= MOST_PEOPLE;
    List<Evidence> people = new ArrayList<>();
    known.ifPresent(each -> people.add(Evidence.of("knownCells", each.title())));
    if (nation) {
      people.add(Evidence.of("cellsPeople", raster.sum(), Math.round(100 * share), facts.iso3()));
    }
    CellSigns signs = CellSigns.of(file);
    long percent = Math.round(100 * signs.stepRatio());
    if (signs.arePeople()) {
      people.add(Evidence.of("cellsRough", percent));
    }
    List<Evidence> ground = new ArrayList<>();
    if (signs.below() > 0) {
      ground.add(Evidence.of("cellsBelow", signs.below()));
    } else if (signs.areGround()) {
      ground.add(Evidence.of("cellsSmooth", percent, signs.most()));
    }
    boolean sure = known.isPresent() || nation;
    FileProposal counts =
        cells(LayerKind.POPULATION_RASTER, facts, known.orElse(null), sure, people);
    FileProposal heights =
        cells(LayerKind.ELEVATION, facts, null, !ground.isEmpty() && people.isEmpty(), ground);
    if (sure || signs.arePeople()) {
      return List.of(counts);
    }
    return signs.areGround() ? List.of(heights) : List.of(counts, heights);
  }

  private static FileProposal cells(
      LayerKind kind, CountryFacts facts, KnownFile known, boolean clear, List<Evidence> evidence) {
    String country = facts == null ? "" : facts.iso3();
    return new FileProposal(kind, "", country, known, clear, evidence, Map.of());
  }

  /** The country in the middle of a raster of longitude and latitude; null for none. */
  private CountryFacts nation(Inspection.Cells raster) {
    double[] box = raster.bbox();
    boolean degrees = box != null && Math.abs(box[0]) <= 180 && Math.abs(box[3]) <= 90;
    if (!degrees) {
      return null;
    }
    LonLat middle = new LonLat((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    return countries
        .countryAt(middle)
        .flatMap(
            iso3 ->
                Reference.builtIn().countries().stream()
                    .filter(each -> each.iso3().equals(iso3))
                    .findFirst())
        .orElse(null);
  }
}
