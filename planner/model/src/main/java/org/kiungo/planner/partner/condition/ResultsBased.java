package org.kiungo.planner.partner.condition;

/**
 * A share of the money is paid on proof of service. Who pays does not depend on it; when does, and
 * it is told with every payment.
 *
 * @param shareRatio of each payment, 0–1
 */
public record ResultsBased(double shareRatio) implements Condition {
  public ResultsBased {
    Stated.ratio("shareRatio", shareRatio);
  }
}
