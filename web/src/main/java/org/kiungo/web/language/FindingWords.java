package org.kiungo.web.language;

import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.inspect.Inspection;

/** Puts findings about input files into words. */
public record FindingWords(Words words) implements Inspection.Wording {

  @Override
  public String say(Finding finding, boolean remedy) {
    String key = "finding." + finding.code() + (remedy ? ".remedy" : "");
    return words.text(key, finding.arguments());
  }
}
