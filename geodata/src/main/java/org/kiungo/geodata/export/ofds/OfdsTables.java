package org.kiungo.geodata.export.ofds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables of the GeoPackage form of the Open Fibre Data Standard, with the members of its version
 * 0.3 as the standard's own builder makes columns of them: {@code __} between the names of nested
 * members, {@code ofds_id} for the identifier beside the table's own {@code id}, the number of a
 * row for a reference, an open code list as a table of its own, {@code relation_…} for lists of
 * codes and references.
 *
 * @see <a href="https://standard.ofds.info/en/latest/reference/data_formats/geopackage/">Table
 *     definitions</a>, published with version 0.4
 * @see <a
 *     href="https://github.com/Open-Telecoms-Data/ofds-qgis-plugin/tree/main/ofdsqgisplugin/schema_0_3">The
 *     same of version 0.3</a>
 */
final class OfdsTables {

  /** {@code :TYPE}, {@code @table} of a reference, {@code =} a code list, {@code *} a list. */
  private static final String MEMBERS =
      """
      networks id name website publisher.name publisher.identifier.id
       publisher.identifier.scheme=open_organisationIdentifierScheme
       publisher.identifier.legalName publisher.identifier.uri publicationDate collectionDate
       accuracy:REAL accuracyDetails language=open_language
      phases id name description funders*@organisations
      organisations id name identifier.id identifier.scheme=open_organisationIdentifierScheme
       identifier.legalName identifier.uri country roles*=open_organisationRole roleDetails
       website logo
      nodes id name phase@phases status address.streetAddress address.locality address.region
       address.postalCode address.country type*=open_nodeType accessPoint
       internationalConnections* power technologies*=open_nodeTechnologies
       physicalInfrastructureProvider@organisations networkProviders*@organisations
      spans id name phase@phases status readyForServiceDate start@nodes end@nodes directed
       physicalInfrastructureProvider@organisations networkProviders*@organisations
       supplier@organisations transmissionMedium*=closed_transmissionMedium
       deployment*=closed_deployment deploymentDetails.description darkFibre fibreType
       fibreTypeDetails.fibreSubtype fibreTypeDetails.description fibreCount:INTEGER
       fibreLength:REAL technologies*=open_spanTechnologies capacity:REAL
       capacityDetails.description countries*=closed_country
      contracts id title description type=open_contractType value.amount:REAL value.currency
       dateSigned documents* relatedPhases*@phases
      nodes_internationalConnections streetAddress locality region postalCode country
      contracts_documents title description url format=open_mediaType
      """;

  /** By table, its members by their path in JSON. */
  static final Map<String, Map<String, Member>> ALL = all();

  /** Lists of a network that are tables, those that others refer to first. */
  static final List<String> OF_NETWORK =
      List.of("phases", "organisations", "nodes", "spans", "contracts");

  private OfdsTables() {}

  /**
   * A member that the standard has.
   *
   * @param path its names, dots between them
   * @param type of its column
   * @param target table that it refers to, empty for none
   * @param list whether it is one
   */
  record Member(String path, String type, String target, boolean list) {

    boolean coded() {
      return target.startsWith("codelist_");
    }

    String column() {
      return OfdsTables.column(path);
    }
  }

  static String column(String path) {
    return path.equals("id") ? "ofds_id" : path.replace(".", "__");
  }

  /** The column that says whose row it is; empty for tables below none but the network. */
  static String parent(String table) {
    return table.startsWith("nodes_") ? "node_id" : table.contains("_") ? "contract_id" : "";
  }

  /** The member that is the geometry of a table's rows, empty for rows that have none. */
  static String geometry(String table) {
    return table.equals("nodes") ? "location" : table.equals("spans") ? "route" : "";
  }

  private static Map<String, Map<String, Member>> all() {
    Map<String, Map<String, Member>> all = new LinkedHashMap<>();
    for (String line : MEMBERS.replace("\n ", " ").strip().split("\n")) {
      List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
      Map<String, Member> members = new LinkedHashMap<>();
      all.put(words.remove(0), members);
      for (String word : words) {
        Member member = member(word);
        members.put(member.path(), member);
      }
    }
    return all;
  }

  private static Member member(String word) {
    String path = word.split("[*:@=]")[0];
    String rest = word.substring(path.length());
    boolean list = rest.startsWith("*");
    String to = list ? rest.substring(1) : rest;
    String target =
        to.startsWith("=")
            ? "codelist_" + to.substring(1)
            : to.startsWith("@") ? to.substring(1) : "";
    String type = to.startsWith(":") ? to.substring(1) : target.isEmpty() ? "TEXT" : "INTEGER";
    return new Member(path, type, target, list);
  }
}
