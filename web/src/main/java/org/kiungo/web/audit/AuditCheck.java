package org.kiungo.web.audit;

import org.kiungo.planner.model.value.InputRefused;

/** Follows a chain from its first entry, and refuses the first that does not hold on. */
public final class AuditCheck {

  private final String noted;
  private Head end = new Head(0, AuditEntry.NOTHING);
  private boolean held;

  /**
   * The end of a chain. Noted elsewhere, it tells later whether the end was cut off and replaced.
   *
   * @param number of the last entry; 0 for none
   * @param hash of the last entry
   */
  public record Head(long number, String hash) {}

  /**
   * @param noted hash of an entry as it was noted elsewhere; null for none
   */
  public AuditCheck(String noted) {
    this.noted = noted;
    this.held = noted == null || noted.equals(AuditEntry.NOTHING);
  }

  /**
   * Takes the next entry.
   *
   * @throws InputRefused {@code audit.broken} when it is missing or not as it was written
   */
  public void accept(AuditEntry entry) {
    boolean next = entry.number() == end.number() + 1;
    if (!next || !entry.after(end.hash()).hash().equals(entry.hash())) {
      throw broken();
    }
    held |= entry.hash().equals(noted);
    end = new Head(entry.number(), entry.hash());
  }

  /** The refusal of the next entry. */
  public InputRefused broken() {
    return new InputRefused("audit.broken", "number", end.number() + 1);
  }

  /**
   * Where the chain ends.
   *
   * @throws InputRefused {@code audit.not-held} when no entry had the noted hash
   */
  public Head end() {
    if (!held) {
      throw new InputRefused("audit.not-held", "hash", noted);
    }
    return end;
  }
}
