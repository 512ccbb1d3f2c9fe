package org.kiungo.web.plan.document;

import java.util.Locale;

/** How far a project has come; registries are told it in their own words. */
public enum ProjectState {
  /** Found by a plan, promised by nobody. */
  PROPOSED("identification", "1", "proposed"),
  /** Its partners agree, nothing is signed. */
  AGREED("preparation", "1", "planned"),
  /** A contract holds. */
  SIGNED("implementation", "2", "underConstruction"),
  /** It stands; accounts may be open. */
  BUILT("completion", "3", "operational");

  private final String contracting;
  private final String aid;
  private final String fibre;

  ProjectState(String contracting, String aid, String fibre) {
    this.contracting = contracting;
    this.aid = aid;
    this.fibre = fibre;
  }

  /**
   * In the code list of the Open Contracting for Infrastructure Data Standard.
   *
   * @see <a
   *     href="https://standard.open-contracting.org/infrastructure/0.9/en/reference/codelists/">
   *     OC4IDS project status</a>
   */
  String contracting() {
    return contracting;
  }

  /**
   * In the code list of the International Aid Transparency Initiative.
   *
   * @see <a href="https://iatistandard.org/en/iati-standard/203/codelists/activitystatus/">IATI
   *     activity status</a>
   */
  String aid() {
    return aid;
  }

  /**
   * In the code list of the Open Fibre Data Standard.
   *
   * @see <a
   *     href="https://open-fibre-data-standard.readthedocs.io/en/0.3/reference/codelists.html#spanstatus">
   *     OFDS span status</a>
   */
  public String fibre() {
    return fibre;
  }

  /** As bundles name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
