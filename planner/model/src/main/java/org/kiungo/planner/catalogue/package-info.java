/**
 * Reads what can be built from one YAML file per technology ({@code technology/<id>.yaml}), family
 * of technologies ({@code technology-family/<id>.yaml}), medium ({@code medium/<id>.yaml}), look of
 * a medium ({@code medium-look/<id>.yaml}) and country ({@code country/<ISO3>.yaml}) on the class
 * path. Keys are the record components of the model; nothing else lists the files.
 */
package org.kiungo.planner.catalogue;
