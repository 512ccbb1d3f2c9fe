package org.kiungo.web.joint;

import java.util.List;
import org.kiungo.planner.compare.Corridor;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;

/**
 * What planning countries together is worth.
 *
 * @param jointPeople weighted people served together
 * @param separatePeople one by one with the same money
 * @param separateBoundPeople more than any plans one by one serve with that money
 * @param gainedPeople what planning together is worth; 0 where nothing crosses a border
 * @param distinguishable true where that is more than the search of the others may have missed
 * @param totals of the joint plan
 * @param certificate of it
 * @param countries under both
 * @param losing countries that have fewer people by planning together
 * @param corridors of the joint plan, with shares
 * @param servedAbroad places that sites in other countries serve under it, and who pays
 */
public record JointWorth(
    double jointPeople,
    double separatePeople,
    double separateBoundPeople,
    double gainedPeople,
    boolean distinguishable,
    Plan.Totals totals,
    Certificate certificate,
    List<JointPair.Country> countries,
    List<String> losing,
    List<Corridor> corridors,
    List<ServedAbroad> servedAbroad) {

  public static JointWorth of(JointPair pair) {
    return new JointWorth(
        pair.jointPeople(),
        pair.separatePeople(),
        pair.separateBoundPeople(),
        pair.gainedPeople(),
        pair.isDistinguishable(),
        pair.joint().plan().totals(),
        pair.joint().certificate(),
        pair.countries(),
        pair.losing().stream().map(JointPair.Country::country).toList(),
        pair.corridors(),
        pair.abroad());
  }

  /** True where a link crosses a border, or a site serves another country. */
  boolean crosses() {
    return !corridors.isEmpty() || !servedAbroad.isEmpty();
  }
}
