package org.kiungo.geodata.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.geodata.reference.facts.FundingPartner;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The file of terms, joined with the published facts of each programme. */
final class LibraryFile {

  private static final YAMLMapper YAML = YAMLMapper.shared();

  private static final Pattern YEAR = Pattern.compile("\\b(20\\d\\d)\\b");

  /** For how long money of a programme lasts of which only the first year is published. */
  private static final int ASSUMED_YEARS = 5;

  /** USD of one EUR: reference rate of the European Central Bank on that day. */
  private static final Map<String, Object> EUR =
      Map.of("code", "EUR", "usdPerUnit", 1.172, "date", "2025-06-30");

  /** The day on which memberships of communities are read. */
  private static final LocalDate MEMBERS_ON = LocalDate.of(2026, 1, 1);

  /** Pages of those who pay, or who spend it: who else tells of their money is no source. */
  private static final Pattern OWN_PAGE =
      Pattern.compile(
          "https://([a-z0-9-]+\\.)*(europa\\.eu|eib\\.org|worldbank\\.org|afdb\\.org|afd\\.fr|itu\\.int|"
              + "unicef\\.org|internetsociety\\.org|africaconnect3\\.net|wacren\\.net|eac\\.int|"
              + "ppiaf\\.org)/.*");

  private static final List<String> NORTH = List.of("DZA", "EGY", "LBY", "MAR", "TUN");

  private LibraryFile() {}

  static List<LibraryPartner> read(byte[] bytes) {
    List<LibraryPartner> all = new ArrayList<>();
    for (JsonNode each : YAML.readTree(bytes)) {
      all.add(programme(each));
    }
    return all;
  }

  private static LibraryPartner programme(JsonNode entry) {
    FundingPartner published = published(entry);
    Matcher years = YEAR.matcher(published.evidence().asOf());
    int first = years.find() ? Integer.parseInt(years.group(1)) : 0;
    boolean end = years.find();
    int last = end ? Integer.parseInt(years.group(1)) : first == 0 ? 0 : first + ASSUMED_YEARS - 1;
    return new LibraryPartner(
        entry.get("id").stringValue(),
        published,
        countries(entry.get("eligible")),
        entry.get("networksRatio").doubleValue(),
        first,
        last,
        terms(entry, published, !end && first > 0));
  }

  private static FundingPartner published(JsonNode entry) {
    String funder = entry.get("funder").stringValue();
    String programme = entry.get("programme").stringValue();
    return Reference.builtIn().facts().fundingPartners().stream()
        .filter(row -> row.funder().equals(funder) && row.programme().equals(programme))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no facts of " + funder + ": " + programme));
  }

  /** Read as any partners' file is, so that nothing gets in that a user's file could not hold. */
  private static Partner terms(JsonNode entry, FundingPartner published, boolean yearsAssumed) {
    Map<String, Object> partner = new LinkedHashMap<>();
    partner.put("letter", entry.get("letter").stringValue());
    partner.put("name", published.funder() + ": " + published.programme());
    partner.put("kind", entry.get("kind").stringValue());
    partner.put("instrument", entry.get("instrument"));
    if (published.unit().endsWith("EUR")) {
      partner.put("currency", EUR);
    }
    partner.put("envelopes", List.of());
    if (entry.has("conditions")) {
      partner.put("conditions", entry.get("conditions"));
    }
    Evidence said = published.evidence();
    boolean own = OWN_PAGE.matcher(said.sourceUrl()).matches();
    partner.put("source", own ? said.source() + " " + said.sourceUrl() : "");
    List<String> assumed = new ArrayList<>(List.of("envelopes"));
    if (yearsAssumed) {
      assumed.add("years");
    }
    if (entry.has("assumed")) {
      entry.get("assumed").forEach(field -> assumed.add(field.stringValue()));
    }
    partner.put("assumed", assumed);
    byte[] file = YAML.writeValueAsBytes(Map.of("partners", List.of(partner)));
    return PartnerFile.read(file, "partner/library.yaml").partners().get(0);
  }

  private static List<String> countries(JsonNode eligible) {
    TreeSet<String> countries = new TreeSet<>();
    for (JsonNode each : eligible) {
      countries.addAll(countries(each.stringValue()));
    }
    return List.copyOf(countries);
  }

  private static List<String> countries(String word) {
    Reference reference = Reference.builtIn();
    List<String> all = reference.countries().stream().map(CountryFacts::iso3).toList();
    return switch (word) {
      case "africa" -> all;
      case "sub-saharan-africa" -> all.stream().filter(each -> !NORTH.contains(each)).toList();
      case "ida" -> all.stream().filter(each -> lends(reference.country(each))).toList();
      default -> {
        List<String> named =
            all.contains(word) ? List.of(word) : reference.facts().members(word, MEMBERS_ON);
        if (named.isEmpty()) {
          throw new InputRefused("country.unknown", "country", word);
        }
        yield named;
      }
    };
  }

  private static boolean lends(CountryFacts country) {
    return country.findFact("ida_eligible").map(Fact::value).filter("yes"::equals).isPresent();
  }
}
