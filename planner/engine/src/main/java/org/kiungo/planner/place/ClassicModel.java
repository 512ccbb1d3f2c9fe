package org.kiungo.planner.place;

import java.util.Arrays;
import java.util.Optional;

/** A model of the location literature that can be solved alone, by its usual name. */
public enum ClassicModel {
  /** People · round trip, summed, is least with p sites; whoever has none counts at the limit. */
  P_MEDIAN("p-median", "Hakimi 1964, https://doi.org/10.1287/opre.12.3.450", true),
  /** The longest round trip is least with p sites. */
  P_CENTRE("p-centre", "Hakimi 1964, https://doi.org/10.1287/opre.12.3.450", true),
  /** People within the standard are most with p sites. */
  MCLP("mclp", "Church and ReVelle 1974, https://doi.org/10.1007/BF01942293", true),
  /** Everybody within the standard with the fewest sites. */
  LSCP("lscp", "Toregas et al. 1971, https://doi.org/10.1287/opre.19.6.1363", false),
  /** People within the standard of one site and of a second one are most with p sites. */
  BACKUP_COVERAGE(
      "backup-coverage", "Hogan and ReVelle 1986, Management Science 32, 1434–1444", true),
  /** Cost of sites and of round trips is least; sites without limit. */
  UFLP("uflp", "Erlenkotter 1978, https://doi.org/10.1287/opre.26.6.992", false),
  /** The same with a capacity per site, each user at one site. */
  SSCFLP(
      "sscflp",
      "Holmberg, Rönnqvist and Yuan 1999, https://doi.org/10.1016/S0377-2217(98)00008-3",
      false);

  private final String id;
  private final String citation;
  private final boolean countsSites;

  ClassicModel(String id, String citation, boolean countsSites) {
    this.id = id;
    this.citation = citation;
    this.countsSites = countsSites;
  }

  /** The name users give. */
  public String id() {
    return id;
  }

  /** Where it was first written down. */
  public String citation() {
    return citation;
  }

  /** True when the number of sites is asked for; false when the model finds it. */
  public boolean countsSites() {
    return countsSites;
  }

  /** The model of a name. */
  public static Optional<ClassicModel> find(String id) {
    return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
  }
}
