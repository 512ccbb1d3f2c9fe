package org.kiungo.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.soabase.recordbuilder.core.RecordBuilderGenerated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dependency rules of the module, as ARCHITECTURE.md states them. */
class PlannerArchitectureTest {

  private static final String ROOT = "org.kiungo.planner.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // other modules' tests lie in jars once those are packaged
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.kiungo.planner");

  /**
   * What each package may use besides itself, as the table of ARCHITECTURE.md has it; a package
   * that is not named there is refused.
   */
  private static final Map<String, List<String>> MAY_USE = new TreeMap<>();

  /** Those that use the entry point too, in the laboratory's module for a part. */
  private static final List<String> ABOVE_THE_ENTRY = new ArrayList<>();

  static {
    Pattern row = Pattern.compile("(?m)^\\| `planner\\.([^|]*)\\|([^|]*)\\|");
    Matcher rows = row.matcher(document());
    while (rows.find()) {
      List<String> names = List.of(rows.group(1).replace("`", "").strip().split(", "));
      String uses = rows.group(2).strip();
      for (String name : names) {
        if (name.contains(".")) {
          continue; // held to its parent's rule
        }
        if (uses.equals("all")) {
          ABOVE_THE_ENTRY.add(name);
        } else {
          MAY_USE.put(name, uses.equals("–") ? List.of() : List.of(uses.split(" ")));
        }
      }
    }
  }

  private static String document() {
    try {
      return Files.readString(Path.of("../../ARCHITECTURE.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> packages() {
    return MAY_USE.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyThoseBelowIt(String name) {
    String[] allowed =
        java.util.stream.Stream.concat(java.util.stream.Stream.of(name), MAY_USE.get(name).stream())
            .map(each -> ROOT + each + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.kiungo.."))
                .or(JavaClass.Predicates.resideInAnyPackage(allowed)))
        .check(CLASSES);
  }

  @Test
  void theTableIsReadAndNamesOnlyItsOwnPackages() {
    assertThat(MAY_USE).containsKeys("model", "verify", "deploy").hasSizeGreaterThan(10);
    assertThat(MAY_USE.values()).allSatisfy(uses -> assertThat(MAY_USE.keySet()).containsAll(uses));
    assertThat(MAY_USE.get("verify"))
        .as("verify shares no solver code")
        .doesNotContain("network", "bound", "deploy", "place", "explain", "compare");
  }

  /**
   * All that the checker may call outside itself but for accessors, constructors and builders of
   * records: a geodesic of a library, readers of JSON, views of records, and registries.
   */
  private static final Set<String> VERIFY_MAY_CALL =
      Set.of(
          "model.value.LonLat.distanceKm",
          "model.value.InputRefused.code",
          "model.Plan$SettlementService.each",
          "model.Plan$SettlementService.whole",
          "model.Programme$Replaced.service",
          "json.Fields.text",
          "json.Fields.number",
          "json.Cells.text",
          "json.Cells.number",
          "json.Cells.whole",
          "json.Rows.read",
          "json.Unreadable.file",
          "folder.PlainFolder.require",
          "folder.doubt.FutureRow.name",
          "json.SettlementJson.read",
          "policy.Levers.named",
          "policy.LeverDescription.of",
          "policy.LeverDescription.with",
          "policy.PolicyLever.applyTo",
          "catalogue.TechnologyFamilies.builtIn",
          "catalogue.TechnologyFamilies.get");

  @Test
  void theCheckerSharesRecordsAndNoFormula() {
    classes()
        .that()
        .resideInAPackage(ROOT + "verify..")
        .and()
        .resideOutsideOfPackage(ROOT + "verify.form..") // what it writes anew is held to bytes
        .should(
            new ArchCondition<JavaClass>("call accessors of records alone") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> call : from.getCodeUnitAccessesFromSelf()) {
                  int given = call.getTarget().getRawParameterTypes().size();
                  if (!isOfData(call.getTargetOwner(), call.getName(), given)) {
                    events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                  }
                }
              }
            })
        .check(CLASSES);
  }

  private static boolean isOfData(JavaClass owner, String name, int parameters) {
    String type = owner.getName();
    boolean ours = type.startsWith(ROOT) && !type.startsWith(ROOT + "verify.");
    boolean generated = type.matches(".*Builder([$].*)?") || name.equals("with");
    boolean data = owner.isRecord() || owner.isEnum();
    boolean accessor = data && parameters == 0 && owner.tryGetField(name).isPresent();
    boolean oneChanged =
        name.matches("with[A-Z].*")
            && parameters == 1
            && owner
                .tryGetField(name.substring(4, 5).toLowerCase(Locale.ROOT) + name.substring(5))
                .isPresent();
    boolean ofEnum =
        owner.isEnum() && Set.of("values", "valueOf", "name", "ordinal").contains(name);
    return !ours
        || generated
        || accessor
        || oneChanged
        || ofEnum
        || name.equals("<init>")
        || Set.of("equals", "hashCode", "toString", "compareTo").contains(name)
        || VERIFY_MAY_CALL.contains(type.substring(ROOT.length()) + "." + name);
  }

  @Test
  void settersStayInLocalPackages() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("..local..")
        .should()
        .haveNameMatching("set[A-Z].*")
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsPlace() {
    List<String> known =
        java.util.stream.Stream.of(MAY_USE.keySet(), ABOVE_THE_ENTRY)
            .flatMap(each -> each.stream())
            .toList();
    classes()
        .that()
        .resideOutsideOfPackage("org.kiungo.planner")
        .should()
        .resideInAnyPackage(known.stream().map(each -> ROOT + each + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void noCyclesBetweenPackages() {
    // the root holds the entry point and the choices it takes, and is used from above and below
    slices().matching("org.kiungo.planner.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** A package and those within it are rooms apart: what they share lies in one of them. */
  @Test
  void noCyclesBetweenRooms() {
    slices().matching("org.kiungo.planner.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void thePlannerKnowsNoWebNoGeoToolsNoSqlNoSpark() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.geotools..",
            "org.apache.spark..",
            "java.sql..",
            "javax.sql..",
            "java.net.http..",
            "jakarta.servlet..",
            "org.kiungo.geodata..",
            "org.kiungo.web..")
        .check(CLASSES);
  }

  @Test
  void optaPlannerStaysInLocalPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.optaplanner..")
        .check(CLASSES);
  }

  @Test
  void jsonAndYamlStayWhereFilesAreReadAndWritten() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + "json..",
            ROOT + "catalogue..",
            ROOT + "folder..",
            ROOT + "verify..",
            ROOT + "servicefolder..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
        .check(CLASSES);
  }

  @Test
  void noClockNoEnvironmentNoUnseededChance() {
    noClasses()
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaCall<?>>("a clock, the environment or unseeded chance") {
              @Override
              public boolean test(JavaCall<?> call) {
                String owner = call.getTargetOwner().getName();
                String name = call.getTarget().getName();
                return owner.equals("java.lang.System")
                        && List.of("currentTimeMillis", "nanoTime", "getenv").contains(name)
                    || owner.equals("java.lang.Math") && name.equals("random")
                    || owner.startsWith("java.time.") && name.equals("now");
              }
            })
        .check(CLASSES);
    noClasses().should().callConstructor(java.util.Random.class).check(CLASSES);
    noClasses().should().callConstructor(java.util.SplittableRandom.class).check(CLASSES);
  }

  @Test
  void theModelIsMadeOfRecordsEnumsAndInterfaces() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "model..", ROOT + "policy..")
        .and()
        .haveModifier(JavaModifier.PUBLIC)
        .and()
        .areTopLevelClasses()
        .and()
        .areNotAnnotatedWith(RecordBuilderGenerated.class) // builders of records
        .should()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beInterfaces()
        .orShould()
        .beAssignableTo(Exception.class)
        .check(CLASSES);
  }
}
