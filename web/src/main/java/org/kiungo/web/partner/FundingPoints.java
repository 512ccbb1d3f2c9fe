package org.kiungo.web.partner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.project.Project;
import org.kiungo.web.plan.PlanContent;

/** Which project serves which place, for maps: two bytes a place, in the order of its points. */
final class FundingPoints {

  private FundingPoints() {}

  /**
   * @param ids of projects, in the order in which they are numbered from 1
   * @return little-endian; 0 where no project serves a place
   */
  static byte[] encode(PlanContent content, List<Project> projects, List<String> ids) {
    Map<String, Short> numbers = new HashMap<>();
    for (Project each : projects) {
      short number = (short) (ids.indexOf(each.id()) + 1);
      for (String member : each.members().services()) {
        numbers.putIfAbsent(member.replaceFirst("#\\d+$", ""), number);
      }
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * content.places().size()).order(ByteOrder.LITTLE_ENDIAN);
    for (PlanContent.Place each : content.places()) {
      bytes.putShort(numbers.getOrDefault(each.settlement().id(), (short) 0));
    }
    return bytes.array();
  }
}
