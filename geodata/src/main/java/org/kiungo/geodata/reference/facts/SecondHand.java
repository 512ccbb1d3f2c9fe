package org.kiungo.geodata.reference.facts;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who tells what somebody else published: copies of statistics, blogs, newspapers, trade press and
 * law firms. Whatever a table of facts says, nothing that is read there alone was checked in a
 * primary source.
 */
final class SecondHand {

  private static final Pattern TOLD_BY_OTHERS =
      Pattern.compile("\\b(via|told by|quoted by)\\b|gapminder", Pattern.CASE_INSENSITIVE);

  private static final Pattern BLOG =
      Pattern.compile("(^|\\.)blogs?\\.|blogspot|wordpress|/blogs?/");

  private static final Pattern SCHEME = Pattern.compile("^https?://");

  private static final String WWW = "www.";

  /** Hosts without their {@code www.}; of the tables' sources those that are no one's own. */
  private static final Set<String> HOSTS =
      Set.of(
          "africanews.com",
          "allafrica.com",
          "businessdailyafrica.com",
          "circleid.com",
          "commsupdate.com",
          "connectingafrica.com",
          "csis.org",
          "digitalbusiness.africa",
          "dotzedw.com",
          "ecofinagency.com",
          "globebanner.com",
          "indiaeducationdiary.in",
          "insights.afriwise.com",
          "issuu.com",
          "kerrfatou.com",
          "legacy.dataguidance.com",
          "lesoleil.sn",
          "maghress.com",
          "mobileeurope.co.uk",
          "mondaq.com",
          "nationaleconomy.com",
          "news.fundsforngos.org",
          "privacywatch.co.ke",
          "readkong.com",
          "republiquetogolaise.com",
          "safinancenews.com",
          "studylib.net",
          "submarinenetworks.com",
          "subtelforum.com",
          "tech.africa",
          "techafricanews.com",
          "thecitizen.co.tz",
          "tvcnews.tv",
          "werksmans.com",
          "zawya.com");

  private SecondHand() {}

  /**
   * True where every source of a row is one.
   *
   * @param source one or several, separated by semicolons
   * @param sourceUrl likewise; empty where there is none
   */
  static boolean isAll(String source, String sourceUrl) {
    boolean told =
        Arrays.stream(source.split(";")).allMatch(each -> TOLD_BY_OTHERS.matcher(each).find());
    return told
        || !sourceUrl.isBlank()
            && Arrays.stream(sourceUrl.split(";")).allMatch(each -> isSecondHand(each.strip()));
  }

  private static boolean isSecondHand(String url) {
    String address = url.split(" ")[0].toLowerCase(Locale.ROOT);
    if (BLOG.matcher(SCHEME.matcher(address).replaceFirst("")).find()) {
      return true;
    }
    try {
      String host = URI.create(address).getHost();
      return host != null
          && HOSTS.contains(host.startsWith(WWW) ? host.substring(WWW.length()) : host);
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
