package org.kiungo.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.geodata.proposal.KnownFile;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;

/**
 * What a file may be read as, in a user's words; nothing of it holds until it is chosen.
 *
 * @param layer label of the layer; empty for what no layer of plans can use
 * @param fileLayer the file's layer, such as a sheet
 * @param country ISO 3166-1 alpha-3 that its content speaks for; empty where nothing does
 * @param clear whether it speaks for this layer far more than for any other
 * @param title what it may be read as
 * @param evidence what speaks for it, a sentence each
 * @param uses every column of the file with what it would be used as: a declared column, {@code
 *     lon}, {@code lat} or {@code shape}; empty for what nothing uses
 * @param known the widespread file that it is, with its licence and what it is good for; empty for
 *     any other
 * @param licence of that file; empty for any other
 */
public record ToldProposal(
    String layer,
    String fileLayer,
    String country,
    boolean clear,
    String title,
    List<String> evidence,
    Map<String, String> uses,
    String known,
    String licence) {

  /** Words a proposal. */
  public static ToldProposal of(FileProposal proposal, Words words) {
    boolean isKnown = proposal.known() != null;
    boolean usable = proposal.kind() != null;
    String country =
        proposal.country().isEmpty() ? "" : CountryWords.name(proposal.country(), words);
    String layer = usable ? words.text("ui.layer." + proposal.kind()) : "";
    String what = layer;
    if (isKnown) {
      String title = title(proposal.known(), words);
      what = usable ? words.text("proposal.of-country", title, layer) : title;
    }
    return new ToldProposal(
        usable ? proposal.kind().label() : "",
        proposal.fileLayer(),
        proposal.country(),
        proposal.clear(),
        country.isEmpty() ? what : words.text("proposal.in-country", what, country),
        evidence(proposal, words),
        proposal.uses(),
        isKnown ? known(proposal.known(), words) : "",
        isKnown ? proposal.known().licence() : "");
  }

  /** Its publisher's name of it, or what it is where many publish it. */
  private static String title(KnownFile known, Words words) {
    return known.title().isEmpty()
        ? words.text("known." + known.label() + ".title")
        : known.title();
  }

  private static String known(KnownFile known, Words words) {
    String good = words.text("known." + known.label());
    return known.licence().isEmpty() ? good : words.text("known.told", good, known.licence());
  }

  /** What speaks for it, and what would become of every column. */
  private static List<String> evidence(FileProposal proposal, Words words) {
    List<String> told = new ArrayList<>();
    proposal.evidence().forEach(each -> told.add(sentence(each, words)));
    List<String> used = new ArrayList<>();
    List<String> unused = new ArrayList<>();
    proposal
        .uses()
        .forEach(
            (column, use) -> {
              if (use.isEmpty()) {
                unused.add(column);
              } else {
                used.add(words.text("proposal.use", column, use(use, words)));
              }
            });
    if (!used.isEmpty()) {
      told.add(words.text("proposal.used", String.join(", ", used)));
    }
    if (!unused.isEmpty()) {
      told.add(words.text("proposal.unused", String.join(", ", unused)));
    }
    return told;
  }

  private static String use(String use, Words words) {
    for (String prefix : new String[] {"proposal.use-", "template.column."}) {
      if (words.has(prefix + use)) {
        return words.text(prefix + use).split(";")[0].strip();
      }
    }
    return use;
  }

  private static String sentence(FileProposal.Evidence evidence, Words words) {
    Object[] figures =
        evidence.figures().stream()
            .map(
                each ->
                    each instanceof String text && text.matches("[A-Z]{3}")
                        ? CountryWords.name(text, words)
                        : each)
            .toArray();
    return words.text("proposal." + evidence.code(), figures);
  }
}
