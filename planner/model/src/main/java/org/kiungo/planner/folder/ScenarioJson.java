package org.kiungo.planner.folder;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.Knob;
import org.kiungo.planner.policy.Knob.Kind;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.scenario.Borders;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.InstitutionGoal;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.PersonYears;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How a scenario's levers look as JSON: one object each, its id and its settings by name, such as
 * {@code {"id": "passive-sharing", "operators": 2}}.
 */
public final class ScenarioJson {

  private ScenarioJson() {}

  /**
   * The Jackson module that reads and writes levers, and leaves out what is as it was before
   * today's coverage was modelled and before there were phases and feeds; every mapper of scenarios
   * and plans needs it.
   */
  public static JacksonModule levers() {
    SimpleModule module = new SimpleModule("policy levers");
    module.setMixInAnnotation(Scenario.class, UnlessDefault.class);
    module.setMixInAnnotation(Scenario.Lock.class, PlaceWhereGiven.class);
    module.setMixInAnnotation(Today.class, WhatElseCounts.class);
    module.setMixInAnnotation(InstitutionGoal.class, WhatIsAsked.class);
    module.setMixInAnnotation(Plan.Totals.class, TodayWhereTold.class);
    module.setMixInAnnotation(Money.class, WithoutWaiting.class);
    module.setMixInAnnotation(Medium.class, AsPublished.class);
    module.setMixInAnnotation(Catalogue.class, BordersWhereAny.class);
    module.setMixInAnnotation(Certificate.class, RowsOfProgramme.class);
    module.setMixInAnnotation(Certificate.Row.class, RowOfGoal.class);
    module.setMixInAnnotation(Phase.class, TargetWhereGiven.class);
    module.setMixInAnnotation(ServiceStandard.class, GrowthWhereGiven.class);
    module.setMixInAnnotation(ServiceStandard.GrowthPoint.class, VolumeWhereKnown.class);
    module.setMixInAnnotation(Programme.class, ReplacedWhereAny.class);
    module.setMixInAnnotation(TwoPaths.class, WithoutNone.class);
    module.setMixInAnnotation(InputFile.class, ReadingWhereKept.class);
    module.setMixInAnnotation(FinanceBrief.Sums.class, OlderGap.class);
    module.addSerializer(PolicyLever.class, new Writer());
    module.addDeserializer(PolicyLever.class, new Reader());
    return module;
  }

  private interface UnlessDefault {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = DefaultToday.class)
    Today today();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Feed> feeds();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = DefaultInstitutions.class)
    InstitutionChoice institutions();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Phase> phases();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = DefaultPersonYears.class)
    PersonYears personYears();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoTwoPaths.class)
    TwoPaths twoPaths();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = OpenBorders.class)
    Borders borders();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unknown.class)
    double serviceAbroadUsdPerYear();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, Double> budgetsByCountry();
  }

  private interface PlaceWhereGiven {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    String placeId();
  }

  private interface WhatElseCounts {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = FibreLeftOut.class)
    Today.UnknownFibre unknownFibre();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NodesCount.class)
    Today.AssumedNodes assumedNodes();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = AsExpected.class)
    Today.UnsureCoverage unsureCoverage();
  }

  private interface VolumeWhereKnown {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unknown.class)
    double volumeRatio();
  }

  private interface WhatIsAsked {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unknown.class)
    double shareRatio();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unknown.class)
    double weightPeople();
  }

  private interface TodayWhereTold {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    TodayTotals today();
  }

  private interface WithoutWaiting {
    @JsonIgnore
    Money.Waiting waiting();
  }

  private interface AsPublished {
    @JsonIgnore
    Crossing crossing();
  }

  private interface BordersWhereAny {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<BorderPrice> borders();
  }

  private interface RowsOfProgramme {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Certificate.Row> rows();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, Double> lambdaByCountryPeoplePerUsd();
  }

  /** A row bounds people, a share of them, or money: what its goal counts. */
  private interface RowOfGoal {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unknown.class)
    double boundRatio();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unknown.class)
    double boundUsd();
  }

  private interface ReadingWhereKept {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, Object> reading();
  }

  /** Read of folders of before the word was left to the public money of a plan. */
  private interface OlderGap {
    @JsonAlias(OlderModel.GAP)
    double gapBeforeCrossSubsidyUsd();
  }

  private interface WithoutNone {
    @JsonIgnore
    boolean isNone();
  }

  private interface TargetWhereGiven {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unknown.class)
    double targetRatio();
  }

  private interface ReplacedWhereAny {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Programme.Replaced> replaced();
  }

  private interface GrowthWhereGiven {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<GrowthPoint> growth();
  }

  /** A filter is equal to what is left out; nothing is left out, too. */
  private abstract static class LeftOut {
    private final Object value;

    private LeftOut(Object value) {
      this.value = value;
    }

    @Override
    public boolean equals(Object other) {
      return other == null || value.equals(other);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** A number that is not known. */
  static final class Unknown extends LeftOut {
    Unknown() {
      super(Double.NaN);
    }
  }

  static final class DefaultToday extends LeftOut {
    DefaultToday() {
      super(Today.DEFAULT);
    }
  }

  static final class FibreLeftOut extends LeftOut {
    FibreLeftOut() {
      super(Today.UnknownFibre.LEFT_OUT);
    }
  }

  static final class NodesCount extends LeftOut {
    NodesCount() {
      super(Today.AssumedNodes.COUNT);
    }
  }

  static final class AsExpected extends LeftOut {
    AsExpected() {
      super(Today.UnsureCoverage.EXPECTED);
    }
  }

  static final class DefaultInstitutions extends LeftOut {
    DefaultInstitutions() {
      super(InstitutionChoice.DEFAULT);
    }
  }

  static final class DefaultPersonYears extends LeftOut {
    DefaultPersonYears() {
      super(Scenario.PERSON_YEARS);
    }
  }

  static final class NoTwoPaths extends LeftOut {
    NoTwoPaths() {
      super(TwoPaths.NONE);
    }
  }

  static final class OpenBorders extends LeftOut {
    OpenBorders() {
      super(Scenario.BORDERS);
    }
  }

  private static final class Writer extends StdSerializer<PolicyLever> {
    Writer() {
      super(PolicyLever.class);
    }

    @Override
    public void serialize(PolicyLever lever, JsonGenerator out, SerializationContext context) {
      LeverDescription description = LeverDescription.of(lever);
      Map<String, Double> values = LeverDescription.values(lever);
      out.writeStartObject();
      out.writeStringProperty("id", description.id());
      for (Knob knob : description.settings()) {
        double value = values.get(knob.name());
        switch (knob.kind()) {
          case YES_NO -> out.writeBooleanProperty(knob.name(), value == 1);
          case WHOLE -> out.writeNumberProperty(knob.name(), (int) value);
          case REAL -> out.writeNumberProperty(knob.name(), value);
        }
      }
      out.writeEndObject();
    }
  }

  private static final class Reader extends StdDeserializer<PolicyLever> {
    Reader() {
      super(PolicyLever.class);
    }

    @Override
    public PolicyLever deserialize(JsonParser in, DeserializationContext context) {
      JsonNode lever = context.readTree(in);
      if (!lever.isObject() || !lever.path("id").isString()) {
        throw new InputRefused("lever.no-id", "field", "levers");
      }
      LeverDescription description = Levers.named(lever.get("id").stringValue());
      Map<String, Double> values = new LinkedHashMap<>();
      for (var setting : lever.properties()) {
        if (!setting.getKey().equals("id")) {
          values.put(setting.getKey(), number(description, setting.getKey(), setting.getValue()));
        }
      }
      return description.with(values);
    }

    private static double number(LeverDescription lever, String name, JsonNode value) {
      for (Knob knob : lever.settings()) {
        boolean fits = knob.kind() == Kind.YES_NO ? value.isBoolean() : value.isNumber();
        if (knob.name().equals(name) && !fits) {
          throw knob.refused(value.isString() ? value.stringValue() : value.toString());
        }
      }
      return value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.asDouble(Double.NaN);
    }
  }
}
