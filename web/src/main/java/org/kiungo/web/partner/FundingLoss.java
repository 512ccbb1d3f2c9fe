package org.kiungo.web.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.project.Project;
import org.kiungo.web.funding.FundingChange;

/**
 * What is lost and won from one way to pay to another, by project, district and place.
 *
 * @param projects what falls and what joins
 * @param peopleLost who had service paid for, either way, and have none now
 * @param peopleWon the other way round
 * @param placesLost how many places they live in
 * @param districts people lost by district, most first
 * @param places the places with most people lost, at most {@value #MOST_PLACES}
 * @param peopleBefore who had service paid for
 */
public record FundingLoss(
    FundingChange projects,
    double peopleLost,
    double peopleWon,
    int placesLost,
    List<Area> districts,
    List<Place> places,
    double peopleBefore) {

  static final int MOST_PLACES = 12;

  /** People lost in a district; its name is empty where none is known. */
  public record Area(String district, double people) {}

  /**
   * A place that loses its service.
   *
   * @param id of the settlement
   * @param name empty where it has none
   * @param project that served it
   */
  public record Place(String id, String name, String district, double people, String project) {}

  static FundingLoss of(
      FundingChange change, FundingResult before, FundingResult now, PlanFolder folder) {
    Map<String, Settlement> settlements = new HashMap<>();
    folder.problem().settlements().forEach(each -> settlements.put(each.id(), each));
    Map<String, SettlementService> services = new HashMap<>();
    folder.plan().settlements().forEach(each -> services.put(each.settlementId(), each));
    Map<String, Double> byDistrict = new TreeMap<>();
    List<Place> places = new ArrayList<>();
    double lost = 0;
    for (Project project : named(before, change.fell())) {
      for (String member : project.members().services()) {
        String id = member.replaceFirst("#\\d+$", "");
        double people = people(member, services.get(id));
        if (people > 0) {
          Settlement place = settlements.get(id);
          lost += people;
          byDistrict.merge(place.district(), people, Double::sum);
          places.add(new Place(id, place.name(), place.district(), people, project.name()));
        }
      }
    }
    places.sort(Comparator.comparingDouble((Place p) -> -p.people()).thenComparing(Place::id));
    List<Area> districts = new ArrayList<>();
    byDistrict.forEach((district, people) -> districts.add(new Area(district, people)));
    districts.sort(Comparator.comparingDouble(each -> -each.people()));
    FundingResult.Totals then = before.totals();
    FundingResult.Totals today = now.totals();
    double difference =
        then.peopleServed() + then.peopleBasic() - today.peopleServed() - today.peopleBasic();
    return new FundingLoss(
        change,
        lost,
        Math.max(0, lost - difference),
        places.size(),
        districts,
        List.copyOf(places.subList(0, Math.min(MOST_PLACES, places.size()))),
        then.peopleServed() + then.peopleBasic());
  }

  private static List<Project> named(FundingResult of, List<FundingChange.Changed> changed) {
    List<String> ids = changed.stream().map(FundingChange.Changed::id).toList();
    return of.projects().stream().filter(each -> ids.contains(each.id())).toList();
  }

  /** Of a settlement, or of a part of its people: {@code id#k}. */
  private static double people(String member, SettlementService service) {
    if (service == null || service.parts().isEmpty()) {
      return service == null ? 0 : service.peopleServed();
    }
    int hash = member.lastIndexOf('#');
    List<PartService> parts = service.each();
    return hash < 0
        ? service.peopleServed()
        : parts.get(Integer.parseInt(member.substring(hash + 1))).peopleServed();
  }
}
