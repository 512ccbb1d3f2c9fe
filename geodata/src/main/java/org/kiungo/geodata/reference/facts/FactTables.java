package org.kiungo.geodata.reference.facts;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/** The facts tables in memory: small, immutable, looked up by country. */
public final class FactTables {

  private final List<CountryFacts> countries;
  private final List<ExchangePoint> exchangePoints;
  private final List<LandingCity> landingCities;
  private final List<RecMembership> recs;
  private final List<ResearchNetwork> researchNetworks;
  private final List<Regulator> regulators;
  private final List<DataLaw> dataLaws;
  private final List<LocalisationRule> localisationRules;
  private final List<EconomicFigure> economics;
  private final List<FundingPartner> fundingPartners;
  private final List<ServiceFigure> serviceFigures;
  private final List<MastCount> mastCounts;
  private final List<WomenOnline> womenOnline;

  /**
   * @param open gives the table of a file name
   */
  public FactTables(Function<String, InputStream> open) {
    countries = FactRows.countries(CsvTable.rows(open.apply("country_facts_long.csv")));
    exchangePoints = all(open, "exchange_points.csv", FactRows::exchangePoint);
    landingCities = all(open, "landing_cities.csv", FactRows::landingCity);
    recs = all(open, "rec_membership.csv", FactRows::rec);
    researchNetworks = all(open, "research_networks.csv", FactRows::researchNetwork);
    regulators = all(open, "regulators.csv", FactRows::regulator);
    dataLaws = all(open, "data_law.csv", FactRows::dataLaw);
    localisationRules = all(open, "data_localisation.csv", FactRows::localisationRule);
    economics = all(open, "telecom_economics.csv", FactRows::economicFigure);
    fundingPartners = all(open, "funding_partners.csv", FactRows::fundingPartner);
    serviceFigures = all(open, "services.csv", FactRows::serviceFigure);
    mastCounts = all(open, "masts.csv", FactRows::mastCount);
    womenOnline = all(open, "women_online.csv", FactRows::womenOnline);
  }

  private static <T> List<T> all(
      Function<String, InputStream> open, String table, Function<CSVRecord, T> row) {
    return CsvTable.rows(open.apply(table)).stream().map(row).toList();
  }

  /** All countries, sorted by code. */
  public List<CountryFacts> countries() {
    return countries;
  }

  /** Internet exchange points known in a country; none known is no proof of absence. */
  public List<ExchangePoint> exchangePoints(String iso3) {
    return exchangePoints.stream().filter(e -> e.iso3().equals(iso3)).toList();
  }

  /** Landing cities of submarine cables. */
  public List<LandingCity> landingCities(String iso3) {
    return landingCities.stream().filter(c -> c.iso3().equals(iso3)).toList();
  }

  /** All memberships of a country, past ones too. */
  public List<RecMembership> recs(String iso3) {
    return recs.stream().filter(r -> r.iso3().equals(iso3)).toList();
  }

  /** Memberships that hold on a date. */
  public List<RecMembership> recs(String iso3, LocalDate date) {
    return recs(iso3).stream().filter(r -> r.holdsOn(date)).toList();
  }

  /** Countries that belong to a community on a date, sorted. */
  public List<String> members(String rec, LocalDate date) {
    return recs.stream()
        .filter(r -> r.rec().equals(rec) && r.holdsOn(date))
        .map(RecMembership::iso3)
        .sorted()
        .distinct()
        .toList();
  }

  public Optional<ResearchNetwork> findResearchNetwork(String iso3) {
    return researchNetworks.stream().filter(n -> n.iso3().equals(iso3)).findFirst();
  }

  public Optional<Regulator> findRegulator(String iso3) {
    return regulators.stream().filter(r -> r.iso3().equals(iso3)).findFirst();
  }

  public Optional<DataLaw> findDataLaw(String iso3) {
    return dataLaws.stream().filter(l -> l.iso3().equals(iso3)).findFirst();
  }

  /** All localisation rules of a country. */
  public List<LocalisationRule> localisationRules(String iso3) {
    return localisationRules.stream().filter(r -> r.iso3().equals(iso3)).toList();
  }

  /**
   * Where a class of data may be kept on a date: the class's own rule, else the general one. Empty
   * means that no rule was found, not that data may be kept anywhere.
   */
  public Optional<LocalisationRule> findLocalisationRule(
      String iso3, String dataClass, LocalDate date) {
    return findOwnRule(iso3, dataClass, date)
        .or(() -> findOwnRule(iso3, LocalisationRule.GENERAL, date));
  }

  private Optional<LocalisationRule> findOwnRule(String iso3, String dataClass, LocalDate date) {
    return localisationRules.stream()
        .filter(r -> r.iso3().equals(iso3) && r.dataClass().equals(dataClass) && r.holdsOn(date))
        .findFirst();
  }

  /** All national telecom prices, fees and rates of a country. */
  public List<EconomicFigure> economics(String iso3) {
    return economics.stream().filter(e -> e.iso3().equals(iso3)).toList();
  }

  /** National figures of an indicator; where none was found, the continental ones. */
  public List<EconomicFigure> economics(String iso3, String indicator) {
    List<EconomicFigure> national = ownEconomics(iso3, indicator);
    return national.isEmpty() ? ownEconomics(EconomicFigure.CONTINENT, indicator) : national;
  }

  private List<EconomicFigure> ownEconomics(String iso3, String indicator) {
    return economics(iso3).stream().filter(e -> e.indicator().equals(indicator)).toList();
  }

  /** All programmes of funders. */
  public List<FundingPartner> fundingPartners() {
    return fundingPartners;
  }

  /** Programmes filed under a country or under the whole continent. */
  public List<FundingPartner> fundingPartners(String iso3) {
    return fundingPartners.stream().filter(p -> p.concerns(iso3)).toList();
  }

  /** Published requirements of e-services. */
  public List<ServiceFigure> serviceFigures() {
    return serviceFigures;
  }

  /** Published numbers of masts of a country; none is no proof that there are none. */
  public List<MastCount> mastCounts(String iso3) {
    return mastCounts.stream().filter(each -> each.iso3().equals(iso3)).toList();
  }

  /** Women and men with a phone and on the Internet, the nation before its regions. */
  public List<WomenOnline> womenOnline(String iso3) {
    return womenOnline.stream().filter(each -> each.iso3().equals(iso3)).toList();
  }
}
