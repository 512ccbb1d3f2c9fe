package org.kiungo.web;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dependency rules of the module, as ARCHITECTURE.md states them. */
class WebArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // other modules' tests lie in jars once those are packaged
          .withImportOption(location -> !location.contains("-tests.jar"))
          // nor what Spring made of the application for the jar
          .withImportOption(location -> !location.contains("__"))
          .importPackages("org.kiungo.web");

  @Test
  void geoToolsStaysInGeodataAndSparkInItsModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.geotools..", "org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void commandsDoNotStartSpring() {
    noClasses()
        .that()
        .resideInAnyPackage("org.kiungo.web.cli..", "org.kiungo.web.json..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.boot..",
            "org.springframework.context..",
            "org.springframework.web..")
        .check(CLASSES);
  }

  @Test
  void controllersDoNotTouchRepositories() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .check(CLASSES);
  }

  @Test
  void repositoriesServeTheirOwnFeatureOnly() {
    ArchRuleDefinition.classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .should(
            new ArchCondition<JavaClass>("be used in their own package only") {
              @Override
              public void check(JavaClass repository, ConditionEvents events) {
                repository.getDirectDependenciesToSelf().stream()
                    .filter(
                        each -> !each.getOriginClass().getPackage().equals(repository.getPackage()))
                    .forEach(
                        each ->
                            events.add(SimpleConditionEvent.violated(each, each.getDescription())));
              }
            })
        .check(CLASSES);
  }

  /** Others would be shared out to nobody, and go on without the right to them. */
  @Test
  void streamsOfEventsAreOpenedInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.kiungo.web.portion")
        .should()
        .callConstructorWhere(target(owner(nameEndingWith("Emitter"))))
        .check(CLASSES);
  }

  /** Nothing lies among other people's files: {@code Scratch} says where. */
  @Test
  void nothingIsWrittenWhereJavaKeepsWhatIsTemporary() {
    noClasses()
        .should()
        .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
        .orShould()
        .callMethod(
            Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
        .check(CLASSES);
  }

  @Test
  void noCyclesBetweenFeatures() {
    slices().matching("org.kiungo.web.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** A package and those within it are rooms apart: what they share lies in one of them. */
  @Test
  void noCyclesBetweenRooms() {
    slices().matching("org.kiungo.web.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** What is left out or added by other settings would be missing where the jar is set up. */
  @Test
  void noOtherSettingDecidesOnBeans() {
    List<String> deciding =
        CLASSES.stream()
            .flatMap(
                each ->
                    Stream.concat(
                        each.getAnnotations().stream(),
                        each.getMethods().stream().flatMap(made -> made.getAnnotations().stream())))
            .filter(each -> each.getRawType().getSimpleName().matches("ConditionalOn.*Property"))
            .flatMap(
                each ->
                    Stream.of("value", "name")
                        .flatMap(key -> each.get(key).stream())
                        .flatMap(names -> Arrays.stream((Object[]) names)))
            .map(Object::toString)
            .distinct()
            .toList();
    assertThat(deciding).containsExactlyInAnyOrderElementsOf(BuiltSetup.DECIDING);
  }
}
