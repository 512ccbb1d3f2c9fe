package org.kiungo.planner.partner;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Countries;

/**
 * One who brings money.
 *
 * @param letter one or two capital letters, by which ledgers and maps call it
 * @param name shown to users
 * @param kind what it is
 * @param instrument as what it gives
 * @param currency of its envelopes
 * @param envelopes money by years
 * @param carriesOver true when what is not spent in a phase may be spent later
 * @param conditions all of which hold for every payment
 * @param source who says so; empty when nobody does
 * @param assumed what of it nobody published: {@code envelopes}, {@code instrument}, {@code
 *     conditions}, {@code currency}
 */
public record Partner(
    String letter,
    String name,
    Kind kind,
    Instrument instrument,
    Currency currency,
    List<Envelope> envelopes,
    boolean carriesOver,
    List<Condition> conditions,
    String source,
    List<String> assumed) {

  /** What kind of partner it is. */
  public enum Kind {
    DONOR,
    BANK,
    MINISTRY,
    UNIVERSAL_SERVICE_FUND,
    OPERATOR;

    /** As files write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Partner {
    if (letter == null || !letter.matches("[A-Z][A-Z0-9]?")) {
      throw new InputRefused(
          "partners.value", "field", "letter", "value", letter, "allowed", "A–Z, A0–ZZ");
    }
    if (name == null || name.isBlank()) {
      throw new InputRefused(
          "partners.value", "field", "name", "value", "", "allowed", "European Union grant");
    }
    envelopes = List.copyOf(envelopes);
    conditions = List.copyOf(conditions);
    source = source == null ? "" : source;
    assumed = List.copyOf(assumed);
  }

  /** False where nobody said how much money it has, which is not the same as none. */
  public boolean hasEnvelopes() {
    return !envelopes.isEmpty();
  }

  /** All its money in whole cents of USD. */
  public long totalCents() {
    return envelopes.stream().mapToLong(this::cents).sum();
  }

  /**
   * Money that comes in each phase, in whole cents of USD.
   *
   * @throws InputRefused {@code partners.span} when an envelope's years are in no phase or in
   *     several
   */
  public long[] centsByPhase(List<PhaseYears> phases) {
    long[] cents = new long[phases.size()];
    for (Envelope each : envelopes) {
      List<PhaseYears> met = phases.stream().filter(phase -> phase.meets(each)).toList();
      if (met.size() != 1) {
        throw new InputRefused(
            "partners.span",
            "partner",
            name,
            "years",
            each.firstYear() + "–" + each.lastYear(),
            "phases",
            String.join(
                ", ", phases.stream().map(p -> p.firstYear() + "–" + p.lastYear()).toList()));
      }
      cents[phases.indexOf(met.get(0))] += cents(each);
    }
    return cents;
  }

  /** An envelope in whole cents of USD, rounded down. */
  public long cents(Envelope envelope) {
    return Money.wholeCents(envelope.amount() * currency.usdPerUnit());
  }

  /**
   * True when its money is for other countries alone.
   *
   * @param countries ISO 3166-1 alpha-3
   */
  public boolean isElsewhere(Collection<String> countries) {
    return conditions.stream()
        .anyMatch(
            each ->
                each instanceof Countries only
                    && Collections.disjoint(only.countries(), countries));
  }

  /** True when somebody here chose its money, to illustrate. */
  public boolean isIllustrative() {
    return hasEnvelopes() && assumed.contains("envelopes");
  }

  /** The same partner without one of its conditions. */
  public Partner without(Condition condition) {
    return withConditions(conditions.stream().filter(each -> !each.equals(condition)).toList());
  }

  /** The same partner under other conditions. */
  public Partner withConditions(List<Condition> changed) {
    return new Partner(
        letter, name, kind, instrument, currency, envelopes, carriesOver, changed, source, assumed);
  }

  /** The same partner with other money. */
  public Partner withEnvelopes(List<Envelope> changed) {
    return new Partner(
        letter,
        name,
        kind,
        instrument,
        currency,
        changed,
        carriesOver,
        conditions,
        source,
        assumed);
  }
}
