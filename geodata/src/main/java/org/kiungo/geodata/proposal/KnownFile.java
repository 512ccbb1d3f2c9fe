package org.kiungo.geodata.proposal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.SpeedTiles;

/**
 * Files that many countries have, known by their columns or cells. What each is good for stands in
 * the bundles under {@code known.<label>}.
 */
public enum KnownFile {
  /** What Kiungo writes of a plan: what it would build, told by columns that only it has. */
  KIUNGO_PLAN(
      "Kiungo",
      "",
      null,
      "siteid placeid hopsbetweenmasts positionmodelled",
      "mastid siteid positionmodelled",
      "linkid fromid toid mediumid secondway",
      "id fromid toid mediumid systems loadmbps",
      "id technologyid placeid masts hopsbetweenmasts",
      "siteid lotid placeid technologyid",
      "linkid lotid fromid toid",
      "lotid item ofid quantity",
      "lotid point releaseratio",
      "nodeid furthermbps lifetimecostusd",
      "settlementid replacedyear technologyid",
      "settlementid shareratio technologyid roundtripms",
      "country district buildyear item ofid quantity",
      "driver publiclowusd publichighusd rangeassumed",
      "country line amountusd istotal evidence",
      "key label value unit text",
      "id phase peopleserved peoplebasic costusd works requires"),
  /** The places of a plan, which feed another plan as they fed this one. */
  KIUNGO_PLACES(
      "Kiungo",
      "",
      LayerKind.SETTLEMENTS,
      "settlementid technologyid siteid peopleserved population"),
  /** Its wiki lists the columns: https://wiki.opencellid.org/wiki/Menu_map_view#database. */
  OPENCELLID("OpenCelliD", "CC BY-SA 4.0", LayerKind.TOWERS, "radio mcc net area cell lon lat"),
  /** Schema of the Parquet files: https://github.com/teamookla/ookla-open-data. */
  OOKLA(
      "Ookla Open Data",
      "CC BY-NC-SA 4.0",
      LayerKind.COVERAGE,
      "quadkey avg_d_kbps avg_u_kbps tests devices"),
  /** The same of fixed lines, told by the file's name or a column: no evidence of 4G. */
  OOKLA_FIXED("Ookla Open Data", "CC BY-NC-SA 4.0", null),
  /** Rows of the unified views: https://www.measurementlab.net/tests/ndt/. */
  MLAB(
      "M-Lab NDT",
      "CC0 1.0",
      null,
      "meanthroughputmbps minrtt",
      "a.meanthroughputmbps a.minrtt",
      "download_avg download_med",
      "download_mbps upload_mbps samples min_rtt_ms"),
  /** https://www.geoboundaries.org/api.html. */
  GEOBOUNDARIES(
      "geoBoundaries", "CC BY 4.0", LayerKind.BOUNDARIES, "shapename shapeid shapegroup shapetype"),
  /** Common operational datasets name units and P-codes by level and language. */
  OCHA_COD(
      "OCHA COD-AB",
      "CC BY-IGO",
      LayerKind.BOUNDARIES,
      "adm1_pcode adm0_pcode",
      "adm2_pcode adm1_pcode",
      "adm3_pcode adm2_pcode"),
  GIGA("Giga", "ODbL 1.0", LayerKind.FACILITIES, "giga_id_school", "school_id_giga"),
  /** Master list of sub-Saharan facilities: https://doi.org/10.1038/s41597-019-0142-2. */
  WHO_FACILITIES(
      "WHO/KWTRP health facilities",
      "CC BY 4.0",
      LayerKind.FACILITIES,
      "facility_n facility_t ownership ll_source",
      "facility name,facility type,ownership,ll source"),
  HEALTHSITES("healthsites.io", "ODbL 1.0", LayerKind.FACILITIES, "osm_id amenity healthcare uuid"),
  /** Relative wealth index of tiles of 2.4 km: https://dataforgood.facebook.com. */
  META_RWI("Meta Relative Wealth Index", "CC BY-NC 4.0", null, "latitude longitude rwi error"),
  /** Displaced positions of survey clusters: https://dhsprogram.com/Methodology/GPS-Data.cfm. */
  DHS("DHS clusters", "dhsprogram.com", null, "dhsid dhscc dhsyear dhsclust urban_rura"),
  OVERTURE_PLACES(
      "Overture Places", "CDLA-Permissive 2.0", null, "id geometry categories confidence sources"),
  HOT_EXPORT("HOT / OpenStreetMap", "ODbL 1.0", null, "osm_id osm_type", "osm_id osm_way_id"),
  /** Cells of 3 or 30 seconds of an arc, missing ones −99999. */
  WORLDPOP("WorldPop", "CC BY 4.0", LayerKind.POPULATION_RASTER),
  /** Mollweide cells, missing ones −200. */
  GHSL("GHS-POP", "CC BY 4.0", LayerKind.POPULATION_RASTER),
  OPENSTREETMAP("OpenStreetMap", "ODbL 1.0", null),
  /** Shares of people covered by district, as regulators publish them. */
  COVERAGE_BY_DISTRICT("", "", null);

  private final String title;
  private final String licence;
  private final LayerKind kind;
  private final List<Set<String>> columns;

  KnownFile(String title, String licence, LayerKind kind, String... columns) {
    this.title = title;
    this.licence = licence;
    this.kind = kind;
    this.columns =
        Arrays.stream(columns)
            .map(each -> Set.of(each.split(each.indexOf(',') < 0 ? " " : ",")))
            .toList();
  }

  /** As its publisher calls it; empty for what many publish, which the bundles name. */
  public String title() {
    return title;
  }

  /**
   * Under which its publisher gives it away, as last looked up; the file's own words go first.
   * Empty where it is for the file to say.
   */
  public String licence() {
    return licence;
  }

  /** What it is read as; null where no layer of plans uses it, or several do. */
  public LayerKind kind() {
    return kind;
  }

  /** What all its places are; empty where its rows say so themselves, or it holds no places. */
  public String institution() {
    return this == GIGA ? "school" : "";
  }

  /** Under which its words stand in the bundles. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one whose columns are among these, in any order and case. */
  static Optional<KnownFile> of(Collection<String> present) {
    Set<String> plain =
        present.stream()
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return Arrays.stream(values())
        .filter(each -> each.columns.stream().anyMatch(plain::containsAll))
        .findFirst();
  }

  /** The same where what tests ran over is told beside the columns. */
  KnownFile over(SpeedTiles.Access access) {
    return this == OOKLA && access == SpeedTiles.Access.FIXED ? OOKLA_FIXED : this;
  }

  /** The one whose cells are such. */
  static Optional<KnownFile> of(Inspection.Cells cells) {
    if (cells.nodata() == null || cells.bbox() == null || cells.width() == 0) {
      return Optional.empty();
    }
    double size = (cells.bbox()[2] - cells.bbox()[0]) / cells.width();
    boolean arc = isNear(size, 3 / 3600.0) || isNear(size, 30 / 3600.0);
    if (arc && cells.nodata() == -99_999) {
      return Optional.of(WORLDPOP);
    }
    boolean metres = isNear(size, 100) || isNear(size, 1000);
    boolean grid = metres || isNear(size, 3 / 3600.0) || isNear(size, 30 / 3600.0);
    return grid && cells.nodata() == -200 ? Optional.of(GHSL) : Optional.empty();
  }

  private static boolean isNear(double size, double wanted) {
    return Math.abs(size - wanted) < 1e-4 * wanted;
  }
}
