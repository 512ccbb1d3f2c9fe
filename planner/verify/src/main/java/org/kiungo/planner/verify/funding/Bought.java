package org.kiungo.planner.verify.funding;

/**
 * Something the plan buys, as the plan's files state it.
 *
 * @param layer access, backhaul or backbone
 * @param country where it stands
 * @param district where it stands
 * @param equipment technology, medium or {@code node}
 * @param phase from 1
 * @param cents lifetime cost
 * @param people brought to the standard
 * @param basic brought to basic service
 * @param carrier key of what carries its traffic; empty where nothing of the plan does
 */
record Bought(
    String layer,
    String country,
    String district,
    String equipment,
    int phase,
    long cents,
    double people,
    double basic,
    String carrier) {

  String work() {
    return String.join("|", layer, country, district, equipment);
  }
}
