package org.kiungo.web.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked of a plan's payments.
 *
 * @param partners who may pay; null = those who pay for the plan already
 * @param without partners who leave, by letter or name, and conditions that fall, as {@code
 *     letter:rule}
 * @param smallestUsd connected builds of a district worth less are signed together; used where the
 *     plan holds no payments yet
 * @param seed of every random choice
 * @param steps of local search
 * @param seconds after which the best payments found are the answer; 0 = after all steps
 */
record FundingBody(
    Partnership partners,
    List<String> without,
    double smallestUsd,
    long seed,
    long steps,
    double seconds) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> FIELDS =
      List.of("partners", "partnersId", "without", "smallestUsd", "seed", "steps", "seconds");
  private static final String FILE = "partners";
  private static final double MOST_SECONDS = 600;

  /**
   * @param sets partners that are kept, by id
   */
  static FundingBody read(byte[] body, Function<String, Partnership> sets) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (JacksonException unreadable) {
      throw ApiRefusal.unreadable(unreadable);
    }
    if (!(read instanceof ObjectNode fields)) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.body");
    }
    for (String each : fields.propertyNames()) {
      if (!FIELDS.contains(each)) {
        throw new InputRefused("funding.field", "field", each, "known", String.join(", ", FIELDS));
      }
    }
    Partnership partners = null;
    if (fields.hasNonNull("partners")) {
      partners = PartnerFile.read(JSON.writeValueAsBytes(fields.get("partners")), FILE);
    } else if (fields.hasNonNull("partnersId")) {
      partners = sets.apply(fields.get("partnersId").asString(""));
    }
    List<String> without = new ArrayList<>();
    for (JsonNode each : fields.path("without")) {
      without.add(each.asString(""));
    }
    return new FundingBody(
        partners,
        List.copyOf(without),
        number(fields, "smallestUsd", 1e6, 0, 1e12),
        (long) number(fields, "seed", 1, 0, 1e15),
        (long) number(fields, "steps", 30_000, 0, 1e7),
        number(fields, "seconds", 0, 0, MOST_SECONDS));
  }

  private static double number(
      ObjectNode fields, String name, double usual, double low, double high) {
    if (!fields.hasNonNull(name)) {
      return usual;
    }
    double value = fields.get(name).isNumber() ? fields.get(name).doubleValue() : Double.NaN;
    if (!(value >= low && value <= high)) {
      throw new InputRefused(
          "field.range",
          "field",
          name,
          "value",
          fields.get(name).toString(),
          "low",
          low,
          "high",
          high);
    }
    return value;
  }

  /** As it is kept until its turn comes: partners that change meanwhile do not change it. */
  String text() {
    try {
      ObjectNode fields = JSON.createObjectNode();
      if (partners != null) {
        fields.set(
            "partners",
            JSON.readTree(new String(PartnerFile.write(partners), StandardCharsets.UTF_8)));
      }
      fields.set("without", JSON.valueToTree(without));
      fields.put("smallestUsd", smallestUsd).put("seed", seed).put("steps", steps);
      return fields.put("seconds", seconds).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
