package org.kiungo.web.plan.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.geodata.export.ofds.OfdsGeoPackage;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.web.language.Words;

/** The network of a plan as {@link FibreNetwork} tells it, as a GeoPackage of the same standard. */
final class FibreGeoPackage implements PlanDocument {

  @Override
  public String id() {
    return "ofds-gpkg";
  }

  @Override
  public String extension() {
    return "gpkg";
  }

  @Override
  public String mediaType() {
    return "application/geopackage+sqlite3";
  }

  @Override
  public void write(PublishedPlan plan, Words words, OutputStream out) throws IOException {
    Path folder = Scratch.folder("ofds");
    try {
      Path file = folder.resolve("ofds.gpkg");
      OfdsGeoPackage.write(FibreNetwork.document(plan, words), file);
      Files.copy(file, out);
    } finally {
      Durable.discard(folder);
    }
  }
}
