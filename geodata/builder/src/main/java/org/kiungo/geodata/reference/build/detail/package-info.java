/**
 * Makes the quiet ground of close maps, roads, rivers and lakes in pieces of 10 degrees, from
 * Natural Earth at 1:10 million (public domain). Run by hand when a source changes:
 *
 * <pre>{@code
 * for l in rivers_lake_centerlines lakes; do
 *   ogr2ogr -f GeoJSON -a_srs "" LAYERS/wagner_$l.geojson 10m_physical/ne_10m_$l.shp
 * done
 * java -Dloader.main=org.kiungo.geodata.reference.build.detail.DetailBuilder \
 *   -Dloader.path=geodata/builder/target/classes -cp web/target/kiungo.jar \
 *   org.springframework.boot.loader.launch.PropertiesLauncher \
 *   LAYERS web/src/main/resources/static/map/detail
 * }</pre>
 *
 * <p>Rivers and lakes come from <a
 * href="https://github.com/fraxen/naturalearth_wagnerVII">naturalearth_wagnerVII</a> (public
 * domain), which keeps Natural Earth in a projection of its own, so they are turned back to degrees
 * here; roads are the layer that distances to a road are measured with.
 */
package org.kiungo.geodata.reference.build.detail;
