package org.kiungo.geodata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The dependency rules of the module, as ARCHITECTURE.md states them. */
class GeodataArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // other modules' tests lie in jars once those are packaged
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.kiungo.geodata");

  @Test
  void geodataKnowsNoWebNoSpark() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.kiungo.web..", "org.springframework..", "jakarta.servlet..", "org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void geodataUsesNoSolver() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.kiungo.planner.deploy..",
            "org.kiungo.planner.place..",
            "org.kiungo.planner.explain..",
            "org.kiungo.planner.bound..",
            "org.optaplanner..")
        .check(CLASSES);
  }

  @Test
  void sqlStaysInTheStoreAndInFilesThatAreDatabases() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.kiungo.geodata.store..",
            "org.kiungo.geodata.format..",
            "org.kiungo.geodata.export..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void noCyclesBetweenPackages() {
    slices().matching("org.kiungo.geodata.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** A package and those within it are rooms apart: what they share lies in one of them. */
  @Test
  void noCyclesBetweenRooms() {
    slices().matching("org.kiungo.geodata.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
