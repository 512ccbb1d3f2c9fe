package org.kiungo.web.plan.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.kiungo.web.language.Words;

/** A plan told in a published standard that other registries read: not layers, but one document. */
public interface PlanDocument {

  /** Name on the command line and in addresses, such as {@code ofds}. */
  String id();

  /** Of its files, without the dot. */
  String extension();

  /** Type of its content. */
  String mediaType();

  /**
   * @param words language of names and sentences in it
   * @param out left open
   */
  void write(PublishedPlan plan, Words words, OutputStream out) throws IOException;

  /** All of them, sorted by id. */
  static List<PlanDocument> all() {
    return List.of(
        new AidActivities(), new ContractingProjects(), new FibreNetwork(), new FibreGeoPackage());
  }

  /** The one of that name. */
  static Optional<PlanDocument> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
