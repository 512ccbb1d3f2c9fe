package org.kiungo.web.partner;

import java.util.List;
import org.kiungo.planner.partner.Partner;
import org.kiungo.web.funding.ConditionWords;
import org.kiungo.web.language.Words;

/**
 * Partners that are kept together.
 *
 * @param id opaque
 * @param name for users, as typed
 * @param version grows with every change
 * @param partners what each asks, in words
 */
record PartnerSet(String id, String name, int version, List<Told> partners) {

  /**
   * A partner in words.
   *
   * @param letter by which ledgers and maps call it
   * @param name of the partner
   * @param kind what it is, as the file has it
   * @param instrument as what it gives money, a phrase
   * @param totalUsd all its money, USD
   * @param conditions a sentence each
   */
  record Told(
      String letter,
      String name,
      String kind,
      String instrument,
      double totalUsd,
      List<String> conditions) {

    static Told of(Partner partner, Words words) {
      return new Told(
          partner.letter(),
          partner.name(),
          partner.kind().word(),
          ConditionWords.instrument(partner, words),
          partner.totalCents() / 100.0,
          partner.conditions().stream().map(each -> ConditionWords.of(each, words)).toList());
    }
  }
}
