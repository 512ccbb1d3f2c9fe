package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.access.Role;
import org.kiungo.web.door.Texts;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address, in every role, for things of the own organisation, of another and of nobody, and
 * with each field left out. Addresses come from the application, what each needs from the table of
 * the documentation: an address without a row there fails.
 */
@AccountsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesAndRoutesTest {

  private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| `([^`]+)` \\| ([a-z-]+) \\|");

  /** What does not end well even when allowed, by what is sent; nobody may see why. */
  private static final List<String> REFUSED_OTHERWISE =
      List.of(
          "GET /api/v1/datasets/{id}/raster",
          "GET /api/v1/networks/{iso3}/merged",
          "GET /api/v1/plans/{id}/programme",
          "GET /api/v1/settlements/{job}",
          "GET /data/settle",
          "POST /api/v1/datasets/uploads/address",
          "POST /api/v1/settlements/{job}/keep",
          "GET /plans/{id}/programme",
          "GET /plans/{id}/progress/proofs/{sha256}",
          "PUT /api/v1/networks",
          "POST /api/v1/networks",
          "POST /account/password",
          "POST /account/tokens/{id}/revoke",
          // a test before has taken the name
          "POST /administration/users [",
          "POST /password",
          // nobody has had the rest planned
          "POST /plans/{id}/progress/back",
          "POST /plans/{id}/progress/kept");

  /** What is no text. */
  private static final List<String> NONE =
      List.of("a\u0000b", "a\ud800b", "\udc00", "esc\u001b[31m", "\uffff");

  private static final String TOO_LONG = "x".repeat(Texts.LONGEST + 1);

  /** Texts that no honest client sends, and some that one does. */
  private static final List<String> TEXTS =
      Stream.concat(
              NONE.stream(),
              Stream.of(
                  "",
                  " ",
                  "x".repeat(120),
                  "x".repeat(1_000),
                  TOO_LONG,
                  "\ud83d\ude00".repeat(130),
                  "\u202eabc\u0301",
                  "'; DROP TABLE plan; --",
                  "%s%n{0}${7*7}<b>",
                  "..\\..",
                  "-1",
                  "1e400",
                  "9".repeat(40),
                  "NaN",
                  "null",
                  "{}",
                  "[\"\\u0000\"]"))
          .toList();

  @Autowired private MockMvc http;
  @Autowired private People people;
  @Autowired private Plans plans;
  @Autowired private Accounts accounts;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private final Map<String, Role> needed = new TreeMap<>();
  private final List<Route> routes = new ArrayList<>();
  private Map<String, String> ours;
  private Map<String, String> absent;

  @BeforeAll
  void read() throws Exception {
    Matcher rows = ROW.matcher(Files.readString(Path.of("docs/accounts.md")));
    while (rows.find()) {
      Role role =
          List.of(Role.values()).stream()
              .filter(each -> each.label().equals(rows.group(3)))
              .findFirst()
              .orElseThrow();
      needed.put(rows.group(1) + " " + rows.group(2), role);
    }
    mappings
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              boolean own = !method.getBeanType().getName().contains(".boot.");
              for (String pattern : own ? info.getPatternValues() : List.<String>of()) {
                var methods = info.getMethodsCondition().getMethods();
                for (String each : methods.stream().map(Enum::name).toList()) {
                  routes.add(Route.of(each, pattern));
                }
              }
            });
    // what takes things away comes last
    routes.sort(
        Comparator.comparing((Route each) -> each.method().equals("DELETE"))
            .thenComparing(each -> !each.method().equals("GET"))
            .thenComparing(Route::toString));
    ours = new Things(http, people).ours(plans, accounts);
    absent = Things.absent(ours);
  }

  private Role needed(Route route) {
    return needed.get(route.method() + " " + route.pattern());
  }

  @Test
  void everyAddressHasARowAndEveryRowAnAddress() {
    List<String> addresses =
        routes.stream().map(each -> each.method() + " " + each.pattern()).toList();
    assertThat(needed.keySet()).containsExactlyInAnyOrderElementsOf(addresses);
    assertThat(addresses).hasSizeGreaterThan(80);
  }

  private MvcResult ask(Route route, Map<String, String> things, RequestPostProcessor as)
      throws Exception {
    return http.perform(route.request(things).with(as)).andReturn();
  }

  private List<Route> wholeAndWithoutOne() {
    List<Route> all = new ArrayList<>();
    for (Route each : routes) {
      all.add(each);
      all.addAll(each.withoutOne());
    }
    return all;
  }

  @Test
  void whoMayLessThanAnAddressNeedsIsRefusedWhateverIsSent() throws Exception {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (Route route : wholeAndWithoutOne()) {
      // what is asked of nothing is refused for the role too, not for what is not there
      boolean changes = routes.contains(route) && !route.method().equals("GET");
      var things = changes || SeededSample.takesAll() ? List.of(ours, absent) : List.of(ours);
      for (Role role : Role.values()) {
        for (Map<String, String> asked : things) {
          if (isAsked(role, needed(route))) {
            cells++;
            MockHttpServletResponse answer = ask(route, asked, people.as(role)).getResponse();
            if (!isRefused(route, role, answer)) {
              wrong.add(role + " " + route + " " + answer.getStatus());
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(200);
  }

  /**
   * Of what is no text nothing comes in, wherever it is sent; of what is one, whatever it says,
   * nothing breaks.
   */
  @Test
  void noTextBreaksAnAddressAndWhatIsNoneIsNamed() throws Exception {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    List<Route> some = SeededSample.of("addresses of texts", routes, 25);
    List<String> everywhere = List.of(NONE.get(0), TOO_LONG);
    Set<String> texts = new LinkedHashSet<>(everywhere);
    texts.addAll(SeededSample.of("texts", TEXTS, 3));
    for (Route route : routes) {
      for (String text : some.contains(route) ? texts : everywhere) {
        cells += route.with(text).size();
        wrong.addAll(brokenBy(text, route));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(150);
  }

  private List<String> brokenBy(String text, Route route) throws Exception {
    List<String> wrong = new ArrayList<>();
    Role needed = needed(route);
    var as = people.as(needed == Role.OPERATOR ? needed : Role.ADMINISTRATOR);
    for (Route each : route.with(text)) {
      MockHttpServletResponse answer = ask(each, ours, as).getResponse();
      String body = answer.getContentAsString(StandardCharsets.UTF_8);
      String code = text.equals(TOO_LONG) ? "text.long" : "text.sign";
      boolean named = answer.getStatus() == 400 && body.contains(code);
      boolean page = !route.pattern().startsWith("/api/");
      boolean none = NONE.contains(text) || text.equals(TOO_LONG);
      if (answer.getStatus() == 500 || none && !named && !(page && answer.getStatus() == 400)) {
        wrong.add(route + " " + printed(text) + " " + answer.getStatus());
      }
    }
    if (text.equals(TOO_LONG)) {
      return wrong; // no server takes such a path
    }
    Map<String, String> others = new HashMap<>(ours);
    String inPath = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    others.replaceAll((where, id) -> inPath + "x");
    int status = ask(route, others, as).getResponse().getStatus();
    if (status == 500) {
      wrong.add(route.method() + " " + route.pattern() + " " + printed(text) + " " + status);
    }
    return wrong;
  }

  private static String printed(String text) {
    return text.chars().limit(20).mapToObj(Integer::toHexString).toList() + " " + text.length();
  }

  /** Those of the operator, who comes last in every order, are always among them. */
  private List<Route> sample() {
    List<Route> some = new ArrayList<>(SeededSample.of("addresses", routes, 30));
    routes.stream()
        .filter(each -> needed(each) == Role.OPERATOR && !some.contains(each))
        .forEach(some::add);
    return some;
  }

  /** By default nobody known, and the role that only just may not; in the full run all. */
  private static boolean isAsked(Role role, Role needed) {
    boolean nearest = role == Role.ANYONE || role.ordinal() == needed.ordinal() - 1;
    return !role.includes(needed) && (SeededSample.takesAll() || nearest);
  }

  private static boolean isRefused(Route route, Role role, MockHttpServletResponse answer)
      throws IOException {
    if (role != Role.ANYONE) {
      return answer.getStatus() == 403
          && (!route.pattern().startsWith("/api/")
              || answer.getContentAsString().contains("account.role"));
    }
    boolean page = route.method().equals("GET") && !route.pattern().startsWith("/api/");
    return page
        ? answer.getStatus() == 302
            && String.valueOf(answer.getRedirectedUrl()).startsWith("/login?next=")
        : answer.getStatus() == 401 || answer.getStatus() == 403;
  }

  /** Answers for things of others are those for things that are not there, to the byte. */
  @Test
  void whatIsOthersAnswersLikeWhatIsNotThere() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    int cells = 0;
    for (Route route : wholeAndWithoutOne()) {
      if (!route.namesAThing(ours, absent) || needed(route) == Role.OPERATOR) {
        continue;
      }
      cells++;
      String others = told(ask(route, ours, people.asStranger()), ours);
      String missing = told(ask(route, absent, people.asStranger()), absent);
      if (!others.equals(missing) || missing.startsWith("2") && !missing.equals("200 []")) {
        wrong.put(route.toString(), others + "\n  instead of " + missing);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(50);
  }

  /** Status and body, with ids by what they are of. */
  private static String told(MvcResult asked, Map<String, String> things) throws IOException {
    MockHttpServletResponse answer = asked.getResponse();
    String body = answer.getContentAsString(StandardCharsets.UTF_8);
    // what is long may hold what is short
    var longestFirst =
        Comparator.comparing((Map.Entry<String, String> each) -> -each.getValue().length())
            .thenComparing(Map.Entry::getKey);
    for (var each : things.entrySet().stream().sorted(longestFirst).toList()) {
      body = body.replace(each.getValue(), "<" + each.getKey() + ">");
    }
    return answer.getStatus() + " " + body.replaceAll("(_csrf\"[^>]*value=\")[^\"]*", "$1");
  }

  @Test
  void whoMayIsLetInAndFindsWhatIsTheirs() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Route route : sample()) {
      Role role = needed(route);
      MockHttpServletResponse answer = ask(route, ours, people.as(role)).getResponse();
      int status = answer.getStatus();
      boolean otherwise =
          role == Role.OPERATOR
              || REFUSED_OTHERWISE.stream().anyMatch(route.toString()::startsWith)
              || "file".equals(route.body());
      String body = answer.getContentAsString(StandardCharsets.UTF_8);
      boolean shut = status == 401 || body.contains("Your role does not allow");
      if (otherwise ? shut || status >= 500 : status >= 400) {
        wrong.add(role + " " + route + " " + status + " " + body);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
