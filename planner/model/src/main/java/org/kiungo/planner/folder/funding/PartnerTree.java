package org.kiungo.planner.folder.funding;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.partner.Instrument;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.CountryStanding;

/** Partners as fields by name, as {@link PartnerFile} reads them. */
final class PartnerTree {

  private PartnerTree() {}

  static Map<String, Object> of(Partnership partnership) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("partners", partnership.partners().stream().map(PartnerTree::partner).toList());
    tree.put("countries", partnership.countries().stream().map(PartnerTree::country).toList());
    return tree;
  }

  private static Map<String, Object> partner(Partner p) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("letter", p.letter());
    tree.put("name", p.name());
    tree.put("kind", p.kind().word());
    tree.put("instrument", instrument(p.instrument()));
    tree.put("currency", p.currency());
    tree.put("envelopes", p.envelopes());
    tree.put("carriesOver", p.carriesOver());
    tree.put("conditions", p.conditions().stream().map(PartnerTree::condition).toList());
    tree.put("source", p.source());
    tree.put("assumed", p.assumed());
    return tree;
  }

  private static Map<String, Object> instrument(Instrument i) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", i.type().word());
    tree.put("rateRatio", i.rateRatio());
    tree.put("tenorYears", i.tenorYears());
    tree.put("graceYears", i.graceYears());
    return tree;
  }

  private static Map<String, Object> condition(Condition condition) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rule", condition.code());
    for (RecordComponent each : condition.getClass().getRecordComponents()) {
      try {
        tree.put(each.getName(), each.getAccessor().invoke(condition));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return tree;
  }

  private static Map<String, Object> country(CountryStanding c) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("country", c.country());
    tree.put("incomeGroup", c.incomeGroup() == null ? null : c.incomeGroup().word());
    tree.put("communities", List.copyOf(c.communities()));
    return tree;
  }
}
