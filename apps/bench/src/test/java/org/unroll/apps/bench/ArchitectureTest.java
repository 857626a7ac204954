package org.unroll.apps.bench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may see whom, in all modules: they are built before this one. A package sees those of lower
 * floors alone; those of one app see each other, but not in a circle.
 */
class ArchitectureTest {
  private static final String ROOT = "org.unroll.";

  /** From the bottom up; two packages of one floor do not see each other. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("core"),
          Set.of("core.data", "core.metric", "core.layer.array", "core.yaml"),
          Set.of("core.layer", "core.layer.cell", "core.parallel", "core.run"),
          Set.of(
              "core.config",
              "core.decode",
              "core.layer.attention",
              "core.layer.head",
              "core.layer.onednn"),
          Set.of("core.layer.sequence", "core.layer.image"),
          Set.of("core.layer.recurrent", "core.pretrained"),
          Set.of("core.graph.node", "core.engine"),
          Set.of("core.graph", "core.graph.step"),
          Set.of("core.app"),
          Set.of("core.inspect"),
          Set.of("core.report", "datasets.catalog"),
          Set.of("core.history", "datasets.table"),
          Set.of("datasets.text", "datasets.image"),
          Set.of("datasets.video", "datasets.ngrams"),
          Set.of("datasets.sample"),
          Set.of(
              "datasets.labelled",
              "datasets.pair",
              "datasets.stream",
              "datasets.series",
              "datasets.recording",
              "datasets.caption",
              "datasets.lab"),
          Set.of("datasets.window", "datasets.clip"),
          Set.of("datasets.ridge"),
          Set.of("apps", "core.ui"),
          Set.of("core.train"),
          Set.of("core.search"),
          Set.of("core.model"),
          Set.of("core.cli"),
          Set.of("core.notebook"),
          Set.of("tools"));

  private static final Set<String> TOOLS = Set.of("api", "bench", "jupyter", "serve", "spark");
  private static final Path APPS = Path.of("..");

  private static JavaClasses unroll;

  @BeforeAll
  static void readAllModules() throws IOException {
    List<Path> folders =
        new ArrayList<>(List.of(compiled("../../core"), compiled("../../datasets")));
    for (String module : modules()) {
      folders.add(compiled("../" + module));
    }
    assertThat(folders).allSatisfy(folder -> assertThat(folder).isDirectory());
    unroll = new ClassFileImporter().importPaths(folders);
  }

  private static Path compiled(String module) {
    return Path.of(module, "target", "classes");
  }

  /** Those of every build, which stand before those of profiles. */
  static List<String> modules() throws IOException {
    String pom = Files.readString(APPS.resolve("pom.xml"));
    Matcher module =
        Pattern.compile("<module>(.*)</module>")
            .matcher(pom.substring(0, pom.indexOf("</modules>")));
    return module.results().map(found -> found.group(1)).toList();
  }

  @Test
  void thisModuleIsBuiltLast() throws IOException {
    assertThat(modules()).last().isEqualTo("bench");
  }

  @Test
  void packagesSeeLowerFloorsAlone() {
    Set<String> upwards = new TreeSet<>();
    for (JavaClass each : unroll) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass seen = dependency.getTargetClass();
        boolean ours = seen.getPackageName().startsWith("org.unroll");
        boolean outside = !seen.getPackageName().equals(each.getPackageName());
        if (ours && outside && !isBelow(seen, each)) {
          upwards.add(each.getName() + " sees " + seen.getName());
        }
      }
    }
    assertThat(upwards).isEmpty();
  }

  private static boolean isBelow(JavaClass seen, JavaClass each) {
    boolean sameApp = app(seen).equals(app(each)) && !app(seen).isEmpty();
    return sameApp || floor(seen) < floor(each);
  }

  /** The app or tool that a class is of; empty for the rest. */
  private static String app(JavaClass of) {
    String name = of.getPackageName().substring(ROOT.length());
    return name.startsWith("apps.") ? name.split("\\.")[1] : "";
  }

  private static int floor(JavaClass of) {
    String room = of.getPackageName().substring(ROOT.length());
    if (!app(of).isEmpty()) {
      room = TOOLS.contains(app(of)) ? "tools" : "apps";
    }
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room)) {
        return floor;
      }
    }
    throw new AssertionError(of.getPackageName() + " stands on no floor: name it in FLOORS");
  }

  @Test
  void theApiAloneSeesApps() {
    classes()
        .that()
        .resideInAPackage(ROOT + "apps..")
        .should(
            new ArchCondition<>("see no app but their own, unless they are the API") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                for (Dependency seen : each.getDirectDependenciesFromSelf()) {
                  String app = seen.getTargetClass().getPackageName();
                  boolean other =
                      app.startsWith(ROOT + "apps.")
                          && !app(seen.getTargetClass()).equals(app(each));
                  if (other && !app(each).equals("api")) {
                    events.add(SimpleConditionEvent.violated(each, seen.getDescription()));
                  }
                }
              }
            })
        .check(unroll);
  }

  @Test
  void noCycleRunsThroughPackages() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(unroll);
  }

  @Test
  void appsSeeNoGraphAndNoArray() {
    noClasses()
        .that(
            resideInAnyPackage(ROOT + "apps..").and(not(resideInAnyPackage(ROOT + "apps.bench.."))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.deeplearning4j..", "org.nd4j.."))
        .check(unroll);
  }

  @Test
  void configMetricAndDecodeArePureJava() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "core.yaml", ROOT + "core.config", ROOT + "core.metric", ROOT + "core.decode")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.datavec.."))
        .check(unroll);
  }

  @Test
  void noPackageIsCalledUtilOrSo() {
    classes()
        .should()
        .resideOutsideOfPackages("..util..", "..helper..", "..common..", "..impl..")
        .check(unroll);
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
        .check(unroll);
  }
}
