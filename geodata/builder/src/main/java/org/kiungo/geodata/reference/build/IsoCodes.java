package org.kiungo.geodata.reference.build;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * ISO 3166-1 codes of the 54 African members of the United Nations. Which areas are countries is
 * decided here, once, and nowhere by a map.
 *
 * @see <a href="https://unstats.un.org/unsd/methodology/m49/">UN M49</a>
 */
final class IsoCodes {

  /** Western Sahara: a non-self-governing territory on the United Nations' list, no member. */
  static final String WESTERN_SAHARA = "ESH";

  /** Somaliland: part of Somalia by ISO 3166; a user-assigned code for its own outline. */
  static final String SOMALILAND = "XSL";

  private static final String LIST =
      "DZA DZ 12,AGO AO 24,BWA BW 72,BDI BI 108,CMR CM 120,CPV CV 132,CAF CF 140,TCD TD 148,"
          + "COM KM 174,COG CG 178,COD CD 180,BEN BJ 204,GNQ GQ 226,ETH ET 231,ERI ER 232,"
          + "DJI DJ 262,GAB GA 266,GMB GM 270,GHA GH 288,GIN GN 324,CIV CI 384,KEN KE 404,"
          + "LSO LS 426,LBR LR 430,LBY LY 434,MDG MG 450,MWI MW 454,MLI ML 466,MRT MR 478,"
          + "MUS MU 480,MAR MA 504,MOZ MZ 508,NAM NA 516,NER NE 562,NGA NG 566,GNB GW 624,"
          + "RWA RW 646,STP ST 678,SEN SN 686,SYC SC 690,SLE SL 694,SOM SO 706,ZAF ZA 710,"
          + "ZWE ZW 716,SSD SS 728,SDN SD 729,SWZ SZ 748,TGO TG 768,TUN TN 788,UGA UG 800,"
          + "EGY EG 818,TZA TZ 834,BFA BF 854,ZMB ZM 894";

  private static final Map<String, String> FROM_ALPHA2 = new TreeMap<>();
  private static final Map<Integer, String> FROM_NUMERIC = new TreeMap<>();

  static {
    for (String row : LIST.split(",")) {
      String[] codes = row.split(" ");
      FROM_ALPHA2.put(codes[1], codes[0]);
      FROM_NUMERIC.put(Integer.valueOf(codes[2]), codes[0]);
    }
  }

  private IsoCodes() {}

  /** Alpha-2 to alpha-3, sorted. */
  static Map<String, String> fromAlpha2() {
    return Collections.unmodifiableMap(FROM_ALPHA2);
  }

  /** UN M49 number to alpha-3, sorted. */
  static Map<Integer, String> fromNumeric() {
    return Collections.unmodifiableMap(FROM_NUMERIC);
  }
}
