package org.unroll.apps.sentiment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** Who may see whom: the design's one-way direction, from the apps down to the config. */
class ArchitectureTest {
  private static final JavaClasses UNROLL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.unroll");

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("apps")
        .definedBy("org.unroll.apps..")
        .layer("datasets")
        .definedBy("org.unroll.datasets..")
        .layer("cli")
        .definedBy("org.unroll.core.cli..")
        .layer("train, run, ui")
        .definedBy(core("train", "run", "ui"))
        .layer("app, graph, data")
        .definedBy(core("app", "graph", "data"))
        .layer("layer, decode, metric")
        .definedBy(core("layer", "decode", "metric"))
        .layer("config")
        .definedBy("org.unroll.core.config..")
        .withOptionalLayers(true)
        .whereLayer("apps")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("datasets")
        .mayOnlyBeAccessedByLayers("apps")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("datasets", "apps")
        .whereLayer("train, run, ui")
        .mayOnlyBeAccessedByLayers("cli", "datasets", "apps")
        .whereLayer("app, graph, data")
        .mayOnlyBeAccessedByLayers("train, run, ui", "cli", "datasets", "apps")
        .whereLayer("layer, decode, metric")
        .mayOnlyBeAccessedByLayers("app, graph, data", "train, run, ui", "cli", "datasets", "apps")
        .check(UNROLL);
  }

  @Test
  void configMetricAndDecodeArePureJava() {
    noClasses()
        .that()
        .resideInAnyPackage(core("config", "metric", "decode"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.datavec.."))
        .check(UNROLL);
  }

  @Test
  void sourcesDoNotKnowWhatTheirExamplesAre() {
    noClasses()
        .that()
        .resideInAPackage("org.unroll.datasets.table..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.unroll.datasets.text..",
                "org.unroll.datasets.series..",
                "org.unroll.datasets.sample.."))
        .check(UNROLL);
  }

  @Test
  void noPackageIsCalledUtilOrSo() {
    classes()
        .should()
        .resideOutsideOfPackages("..util..", "..helper..", "..common..", "..impl..")
        .check(UNROLL);
  }

  /** A Turkish "TITLE".toLowerCase() is no "title", and a German 0.5 is 0,5. */
  @Test
  void theLanguageOfTheMachineDecidesNothing() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .check(UNROLL);
  }

  private static String[] core(String... packages) {
    String[] names = new String[packages.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = "org.unroll.core." + packages[i] + "..";
    }
    return names;
  }
}
