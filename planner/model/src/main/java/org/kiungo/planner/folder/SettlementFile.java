package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.json.SettlementJson;
import org.kiungo.planner.model.Settlement;

/** Settlements as one GeoJSON file, as plan folders hold them and {@code plan} reads them. */
public final class SettlementFile {

  private SettlementFile() {}

  /** Writes the settlements in the order given, one feature per line. */
  public static void write(Path file, List<Settlement> settlements) throws IOException {
    FeatureFile.write(file, settlements, s -> List.of(s.location()), SettlementJson::write);
  }
}
