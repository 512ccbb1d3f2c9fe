package org.kiungo.planner.folder.lot;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * Works of one phase and region that one firm can build: sites with whom they serve and the links
 * that join them to the network. What a later phase adds to a site, link or node of an earlier one
 * is in a lot of the later phase, as {@code id@phase} of {@link Members}.
 *
 * @param id stable for the same plan and rules, made of country, phase and region
 * @param name of its regions and phase, with a number where they are more than one lot
 * @param country ISO 3166-1 alpha-3
 * @param regions first-level areas, the one with most of its cost first; an empty name where none
 *     is known
 * @param phase from 1
 * @param part of the region's lots of the phase, from 1; 0 where it is the only one
 * @param firstYear of the phase
 * @param lastYear of the phase
 * @param completionDate by which it is built, ISO 8601: the last day of the year in which the plan
 *     builds it, the first of its phase
 * @param state how far it has come
 * @param location of its dearest site, else of where its dearest part stands; null where no place
 *     of it is known
 * @param cost of all that it builds
 * @param people whom it brings to service
 * @param quantities what is built, with unit costs; they add up to the cost, to the cent
 * @param members ids of what it builds
 * @param requires lots that carry its traffic, sorted by id
 * @param drawn settlements at which its speed is measured, drawn by lot
 * @param releases money that each of {@link Lots#points} releases, adding up to what is first paid
 */
@RecordBuilder
public record Lot(
    String id,
    String name,
    String country,
    List<String> regions,
    int phase,
    int part,
    int firstYear,
    int lastYear,
    String completionDate,
    State state,
    LonLat location,
    Cost cost,
    People people,
    List<Quantity> quantities,
    Members members,
    List<String> requires,
    List<String> drawn,
    List<Release> releases)
    implements LotBuilder.With {

  public Lot {
    regions = List.copyOf(regions);
    quantities = List.copyOf(quantities);
    requires = List.copyOf(requires);
    drawn = List.copyOf(drawn);
    releases = List.copyOf(releases);
  }

  /** Sites that it builds, without what it adds to those of earlier phases. */
  public int newSites() {
    return (int) members.sites.stream().filter(each -> !isAdded(each)).count();
  }

  /** Links likewise. */
  public int newLinks() {
    return (int) members.links.stream().filter(each -> !isAdded(each)).count();
  }

  private boolean isAdded(String id) {
    return phase > 1 && id.endsWith("@" + phase);
  }

  /** How far a lot has come. */
  public enum State {
    /** In the plan, nothing more. */
    PLANNED,
    /** Firms are asked. */
    TENDERED,
    /** A firm has the contract. */
    SIGNED,
    /** Some of it stands. */
    BEING_BUILT,
    /** All of it stands and was looked at. */
    ACCEPTED,
    /** It stood, and stands no more. */
    LOST
  }

  /**
   * Ids of what it builds, each list sorted.
   *
   * @param services settlements served; {@code id#k} where it is the k-th part of its people,
   *     {@code id#replaced} where a later phase replaces it
   * @param sites access sites
   * @param links backhaul and backbone links
   * @param nodes existing nodes that are widened
   */
  public record Members(
      List<String> services, List<String> sites, List<String> links, List<String> nodes) {

    public Members {
      services = List.copyOf(services);
      sites = List.copyOf(sites);
      links = List.copyOf(links);
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * Money, USD to the cent.
   *
   * @param capexUsd first paid, to build
   * @param opexUsdPerYear running cost
   * @param lifetimeUsd present value, as the plan pays it
   */
  public record Cost(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {}

  /**
   * Whole people whom a lot brings to service; those of all lots add up to the plan's.
   *
   * @param likely to the standard or to basic service, as today's coverage is modelled or stated
   * @param sure the same even if today's coverage is at its upper end
   */
  public record People(long likely, long sure) {}

  /**
   * A row of the bill of quantities.
   *
   * @param item what is counted, in the words of the plan's works, as {@code masts-new}
   * @param of technology or medium of the catalogue; empty of power and nodes
   * @param quantity what is ordered, &gt; 0: whole things, kilometres to the metre and Mbps to the
   *     thousandth, where the plan's own quantity is a share of one
   * @param cost of all of them
   * @param unitCapexUsd first paid for one, which times the quantity is the cost to the cent; NaN
   *     of what costs nothing by itself
   * @param unitLowUsd the same where the catalogue's figures are at their low end, whole cents
   * @param unitHighUsd at their high end, whole cents
   */
  public record Quantity(
      String item,
      String of,
      double quantity,
      Cost cost,
      double unitCapexUsd,
      double unitLowUsd,
      double unitHighUsd) {

    private static final int MOST_DECIMALS = 12;

    /** Half a cent, and not at its edge, where who multiplies would round either way. */
    private static final BigDecimal WITHIN = new BigDecimal("0.0049");

    /**
     * What one costs, with as few decimals, two at least, as make the quantity's sum to the cent.
     *
     * @param usd of all of them, to the cent
     * @return NaN of what costs nothing
     */
    public static double unitUsd(double quantity, double usd) {
      if (quantity <= 0 || usd == 0) {
        return Double.NaN;
      }
      BigDecimal many = BigDecimal.valueOf(quantity);
      BigDecimal due = BigDecimal.valueOf(usd).setScale(2, RoundingMode.HALF_UP);
      BigDecimal unit;
      int decimals = 2;
      do {
        unit = due.divide(many, decimals++, RoundingMode.HALF_UP);
      } while (decimals <= MOST_DECIMALS
          && unit.multiply(many).subtract(due).abs().compareTo(WITHIN) > 0);
      return unit.doubleValue();
    }
  }

  /**
   * Money that a verification point releases.
   *
   * @param point its code
   * @param usd to the cent
   * @param dueDate ISO 8601: the lot's completion, of {@code still-so} a year later
   */
  public record Release(String point, double usd, String dueDate) {}
}
