package org.kiungo.geodata.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** African systems under the names that a shapefile's .prj has for them. */
class EsriNamesTest {

  private static final String MERCHICH =
      geographic("Merchich", "Clarke_1880_IGN\",6378249.2,293.466021293627");
  private static final String ARC_1960 =
      geographic("Arc_1960", "Clarke_1880_RGS\",6378249.145,293.465");

  private static final String NORD_MAROC =
      "PROJCS[\"Nord_Maroc\","
          + MERCHICH
          + ",PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",300000.0],PARAMETER[\"Central_Meridian\",-5.4],"
          + "PARAMETER[\"Standard_Parallel_1\",33.3],PARAMETER[\"Scale_Factor\",0.999625769],"
          + "PARAMETER[\"Latitude_Of_Origin\",33.3],UNIT[\"Meter\",1.0]]";

  private static final String WEST_BELT =
      "PROJCS[\"Nigeria_West_Belt\","
          + geographic("Minna", "Clarke_1880_RGS\",6378249.145,293.465")
          + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",230738.26],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",4.5],"
          + "PARAMETER[\"Scale_Factor\",0.99975],PARAMETER[\"Latitude_Of_Origin\",4.0],"
          + "UNIT[\"Meter\",1.0]]";

  /** Not parsed: GeoTools does not know the projection by this name. */
  private static final String LO29 =
      "PROJCS[\"Hartebeesthoek94_Lo29\","
          + geographic("Hartebeesthoek_1994", "WGS_1984\",6378137.0,298.257223563")
          + ",PROJECTION[\"Transverse_Mercator_South_Orientated\"],"
          + "PARAMETER[\"latitude_of_origin\",0.0],PARAMETER[\"central_meridian\",29.0],"
          + "PARAMETER[\"scale_factor\",1.0],PARAMETER[\"false_easting\",0.0],"
          + "PARAMETER[\"false_northing\",0.0],UNIT[\"Meter\",1.0]]";

  private static String geographic(String name, String spheroid) {
    return "GEOGCS[\"GCS_"
        + name
        + "\",DATUM[\"D_"
        + name
        + "\",SPHEROID[\""
        + spheroid
        + "]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
  }

  @Test
  void everyNameLeadsToASystemThatIsKnown() throws IOException {
    Properties names = new Properties();
    try (InputStream in = CoordinateSystem.class.getResourceAsStream("african-names.properties")) {
      names.load(in);
    }
    assertThat(names).hasSizeGreaterThan(60);
    names.forEach(
        (name, code) ->
            assertThat(CoordinateSystem.findByCode("EPSG:" + code)).as("%s", name).isPresent());
  }

  /** Places as GDAL 3.10 has them; without the shift of its datum Morocco would lie 150 m off. */
  @Test
  void theShiftOfTheDatumComesWithTheCode() {
    assertPlace(NORD_MAROC, "EPSG:26191", 500_000, 400_000, -5.398391, 34.199243);
    assertPlace(WEST_BELT, "EPSG:26391", 500_000, 400_000, 6.93929, 7.611843);
    assertPlace(ARC_1960, "EPSG:4210", 36.8, -1.3, 36.800831, -1.302586);
    // GeoTools' own assertion, which tests switch on, trips over a shift of nothing
    assertThat(CoordinateSystem.findByWkt(LO29).orElseThrow().label()).isEqualTo("EPSG:2053");
    assertThat(CoordinateSystem.findByWkt(MERCHICH).orElseThrow().label()).isEqualTo("EPSG:4261");
  }

  private static void assertPlace(
      String wkt, String code, double x, double y, double lon, double lat) {
    CoordinateSystem system = CoordinateSystem.findByWkt(wkt).orElseThrow();
    assertThat(system.label()).isEqualTo(code);
    double[] found = system.toWgs84(x, y);
    Coordinate[] off = {new Coordinate(found[0], found[1]), new Coordinate(lon, lat)};
    assertThat(Geodesics.lengthKm(new GeometryFactory().createLineString(off)))
        .as("%s at %s, %s", code, found[0], found[1])
        .isLessThan(0.02);
  }
}
