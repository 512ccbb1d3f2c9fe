package org.kiungo.planner.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.CountryStanding;
import org.kiungo.planner.partner.condition.GuaranteedBy;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;

/**
 * All partners of a programme.
 *
 * @param partners letters unique, in the order ledgers show them
 * @param countries what conditions ask of countries, one each
 */
public record Partnership(List<Partner> partners, List<CountryStanding> countries) {

  /** Conditions on who pays together are sets of bits. */
  private static final int MOST_PARTNERS = 12;

  public Partnership {
    partners = List.copyOf(partners);
    countries = List.copyOf(countries);
    if (partners.isEmpty() || partners.size() > MOST_PARTNERS) {
      throw new InputRefused("partners.number", "number", partners.size(), "most", MOST_PARTNERS);
    }
    Map<String, Partner> byLetter = new HashMap<>();
    for (Partner each : partners) {
      Partner other = byLetter.put(each.letter(), each);
      if (other != null) {
        throw new InputRefused(
            "partners.letter", "letter", each.letter(), "one", other.name(), "other", each.name());
      }
    }
    Map<String, String> wards = new HashMap<>();
    for (Partner each : partners) {
      for (Condition condition : each.conditions()) {
        List<String> named = new ArrayList<>(condition.oneOf());
        named.addAll(condition.noneOf());
        if (condition instanceof GuaranteedBy by) {
          named.add(by.partner());
          guarantor(each, by, byLetter, wards);
        }
        for (String letter : named) {
          if (!byLetter.containsKey(letter) || letter.equals(each.letter())) {
            throw new InputRefused(
                "partners.unknown",
                "partner",
                each.name(),
                "condition",
                condition.code(),
                "letter",
                letter,
                "known",
                String.join(", ", partners.stream().map(Partner::letter).toList()));
          }
        }
      }
    }
  }

  private static void guarantor(
      Partner ward, GuaranteedBy by, Map<String, Partner> byLetter, Map<String, String> wards) {
    Partner guarantor = byLetter.get(by.partner());
    String other = wards.put(by.partner(), ward.letter());
    if (guarantor != null && guarantor.instrument().pays() || other != null) {
      throw new InputRefused("partners.guarantor", "partner", ward.name(), "letter", by.partner());
    }
  }

  /** What is known of a country. */
  public CountryStanding standing(String country) {
    return countries.stream()
        .filter(each -> each.country().equals(country))
        .findFirst()
        .orElseGet(() -> CountryStanding.unknown(country));
  }

  /**
   * A partner by letter or name.
   *
   * @throws InputRefused {@code partners.none} naming those there are
   */
  public Partner get(String letterOrName) {
    return partners.stream()
        .filter(p -> p.letter().equals(letterOrName) || p.name().equalsIgnoreCase(letterOrName))
        .findFirst()
        .orElseThrow(
            () ->
                new InputRefused(
                    "partners.none",
                    "name",
                    letterOrName,
                    "known",
                    String.join(
                        ", ", partners.stream().map(p -> p.letter() + " " + p.name()).toList())));
  }

  /** True when some work of a project is one that a partner may pay for. */
  public boolean mayPay(Partner partner, Project project) {
    return project.works().keySet().stream().anyMatch(work -> mayPay(partner, work));
  }

  /**
   * True when a partner may pay for a kind of work: its own conditions allow it, and so do those of
   * whoever guarantees it.
   */
  public boolean mayPay(Partner partner, Work work) {
    return partner.instrument().pays()
        && allows(partner, work)
        && partner.conditions().stream()
            .noneMatch(each -> each instanceof GuaranteedBy by && !allows(get(by.partner()), work));
  }

  private boolean allows(Partner partner, Work work) {
    CountryStanding standing = standing(work.country());
    return partner.conditions().stream().allMatch(each -> each.allows(work, standing));
  }

  /** The same with another version of a partner of the same letter. */
  public Partnership with(Partner changed) {
    return new Partnership(
        partners.stream().map(p -> p.letter().equals(changed.letter()) ? changed : p).toList(),
        countries);
  }

  /**
   * When one leaves: it has no money any more, and whoever pays only with it, or under its
   * guarantee, cannot pay.
   */
  public Partnership without(Partner leaving) {
    return with(leaving.withEnvelopes(List.of()));
  }
}
