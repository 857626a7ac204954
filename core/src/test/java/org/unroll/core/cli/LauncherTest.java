package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.layer.array.NativeBuild;

/** The script {@code ./unroll} in a checkout with one app, which was built. */
class LauncherTest {
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir private Path checkout;

  /** Where whoever built keeps the libraries. */
  @TempDir private Path repository;

  private record Ended(int exitCode, String said) {}

  @BeforeEach
  void build() throws IOException {
    Files.copy(Path.of("../unroll"), checkout.resolve("unroll"));
    List<String> sources = List.of("core/src/main", "datasets/src/main", "apps/demo/src/main");
    for (String folder : sources) {
      Files.createDirectories(checkout.resolve(folder));
    }
    for (String folder : List.of(".mvn", "configs", "target", "apps/bench/src/peers")) {
      Files.createDirectories(checkout.resolve(folder));
    }
    for (String pom : List.of("pom.xml", "core/pom.xml", "apps/demo/pom.xml")) {
      Files.createFile(checkout.resolve(pom));
    }
    Files.createFile(checkout.resolve(".mvn/java.args"));
    Files.createDirectories(checkout.resolve("apps/demo/target/classes"));
    Files.writeString(
        checkout.resolve("apps/demo/target/classpath.txt"), library("core") + ":" + library("ui"));
    Files.writeString(checkout.resolve("target/launcher-profile"), "cpu\n");
    Files.createFile(checkout.resolve("target/launcher-built"));
    Files.createFile(library("core"));
  }

  private Path library(String name) {
    return repository.resolve(name + ".jar");
  }

  @Test
  void readableLibrariesReachJava() throws Exception {
    Files.createFile(library("ui"));

    assertThat(start(List.of())).isEqualTo(javaWithoutMain());
  }

  /** The libraries here are empty. */
  private static Ended javaWithoutMain() {
    return new Ended(
        1,
        """
        Error: Could not find or load main class org.unroll.core.cli.Main
        Caused by: java.lang.ClassNotFoundException: org.unroll.core.cli.Main
        """);
  }

  @Test
  void aLibraryDeletedAfterTheBuildIsNamed() throws Exception {
    Ended ended = start(List.of());

    assertThat(ended.said)
        .startsWith("cannot read " + library("ui"))
        .contains("delete " + checkout.toRealPath().resolve("target/launcher-built"));
    assertThat(ended.exitCode).isEqualTo(2);
  }

  @Test
  void theLibrariesOfAnotherUserAreNamed() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can be two users");
    Files.createFile(library("ui"));
    readableByAll(checkout);
    Ended ended = start(NOBODY);

    assertThat(ended.said)
        .startsWith("cannot read " + library("core") + ": root built ")
        .contains("closed to nobody", "use a checkout of your own");
    assertThat(ended.exitCode).isEqualTo(2);
  }

  @Test
  void anotherUsersCheckoutThatMustBeBuiltIsLeftAlone() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can be two users");
    Files.delete(checkout.resolve("target/launcher-built"));
    readableByAll(checkout);
    Ended ended = start(NOBODY);

    assertThat(ended.said).contains("must be built", "nobody may not write", "a checkout of your");
    assertThat(ended.exitCode).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,  x86_64,  linux-x86_64-onednn.*",
    "Linux,  aarch64, linux-arm64",
    "Darwin, arm64,   macosx-arm64",
    "Darwin, x86_64,  macosx-x86_64-avx2"
  })
  void theProcessorDecidesTheBuildOfNd4j(String system, String processor, String build)
      throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/cpuinfo")), "tells what the processor knows");
    Files.delete(checkout.resolve("target/launcher-built"));
    stub("uname", "[ \"$1\" = -s ] && echo %s || echo %s".formatted(system, processor));
    stub("mvn", "echo \"$@\"; exit 1");
    start(stubsFirst());

    assertThat(Files.readString(checkout.resolve("target/launcher-build.log")))
        .containsPattern(" -Dnd4j.classifier=" + build + " ");
  }

  @Test
  void whatIsNotBuiltTellsItsApps() throws Exception {
    Files.delete(checkout.resolve("target/launcher-built"));
    Files.writeString(checkout.resolve("configs/demo.yaml"), "# demo: shows it\n");
    Files.writeString(checkout.resolve("configs/demo-set.yaml"), "# demo-set: a data set\n");
    stub("java", "echo started; exit 1");
    List<String> help = stubsFirst();
    help.addAll(List.of("bash", checkout.resolve("unroll").toString(), "--help"));

    Ended ended = end(help);
    assertThat(ended.said).contains("apps\n  demo         shows it\n\n", "next: ./unroll");
    assertThat(ended.exitCode).isZero();
  }

  @Test
  void javaStartsWithBoundedPrimitives() throws Exception {
    Files.createFile(library("ui"));
    stub("java", "echo $DNNL_PRIMITIVE_CACHE_CAPACITY");

    assertThat(start(stubsFirst("-u", NativeBuild.CACHE_VARIABLE)).said).isEqualTo("512\n");
    assertThat(start(stubsFirst(NativeBuild.CACHE_VARIABLE + "=40")).said).isEqualTo("40\n");
  }

  @Test
  void javaStartsWithFewArenas() throws Exception {
    Files.createFile(library("ui"));
    stub("java", "echo $MALLOC_ARENA_MAX");

    assertThat(start(stubsFirst("-u", "MALLOC_ARENA_MAX")).said).isEqualTo("2\n");
    assertThat(start(stubsFirst("MALLOC_ARENA_MAX=8")).said).isEqualTo("8\n");
  }

  @Test
  void sparkHasAClassPathAndOptionsOfItsOwn() throws Exception {
    Files.createFile(library("ui"));
    Files.createFile(library("spark"));
    Files.createDirectories(checkout.resolve("apps/spark/target/classes"));
    Files.writeString(
        checkout.resolve("apps/spark/target/classpath.txt"), library("spark").toString());
    Files.writeString(checkout.resolve("target/launcher-profile"), "cpu,peers,spark\n");
    stub("java", "echo $*");

    assertThat(start(stubsFirst()).said).contains("ui.jar").doesNotContain("spark");
    for (String command : List.of("predict", "train", "compare", "search")) {
      assertThat(start(stubsFirst(), "demo", command, "--test", "--spark=local").said)
          .contains("spark.jar", "apps/spark/java.args")
          .doesNotContain("ui.jar");
    }
    assertThat(start(stubsFirst(), "spark", "up").said).contains("spark.jar");
  }

  @Test
  void whatWasBuiltBesideStaysWhenMoreIsBuilt() throws Exception {
    Files.writeString(checkout.resolve("target/launcher-profile"), "cpu,peers\n");
    Files.createFile(library("ui"));
    stub("mvn", "echo $* > built");
    stub("java", "true");

    assertThat(start(stubsFirst()).said).isEmpty();
    assertThat(start(stubsFirst(), "spark", "up").said).startsWith("building what else");

    assertThat(checkout.resolve("built")).content().contains("-Pcpu,peers,spark ");
    assertThat(checkout.resolve("target/launcher-profile")).hasContent("cpu,peers,spark");
  }

  /** A program of that name for {@link #stubsFirst}. */
  private void stub(String name, String script) throws IOException {
    Path file = Files.writeString(repository.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> stubsFirst(String... environment) {
    List<String> command = new ArrayList<>(List.of("env"));
    command.addAll(List.of(environment));
    command.add("PATH=" + repository + ":" + System.getenv("PATH"));
    return command;
  }

  private static void readableByAll(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ended start(List<String> as) throws Exception {
    return start(as, "demo", "train");
  }

  private Ended start(List<String> as, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(as);
    command.addAll(List.of("bash", checkout.resolve("unroll").toString()));
    command.addAll(List.of(arguments));
    return end(command);
  }

  private static Ended end(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    return new Ended(process.waitFor(), said);
  }
}
