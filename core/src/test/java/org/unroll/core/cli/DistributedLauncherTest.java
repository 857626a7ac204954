package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code unroll} in a distribution, whose Java says what it is given. */
class DistributedLauncherTest {
  private static final String BUILD = "nd4j-native-1.0-linux-x86_64-onednn";

  @TempDir private Path folder;
  private Path home;
  private Path java;

  private record Ended(int exitCode, String said) {}

  @BeforeEach
  void unpack() throws IOException {
    home = Files.createDirectories(folder.resolve("un zippé/unroll-0.1"));
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve(".mvn"));
    Files.copy(Path.of("../unroll"), home.resolve("unroll"));
    Files.writeString(home.resolve("build.properties"), "commit=abc\nplatform=linux-x86_64\n");
    List<String> libraries =
        List.of(
            "core.jar",
            "nd4j-native-1.0.jar",
            BUILD + ".jar",
            BUILD + "-avx2.jar",
            BUILD + "-avx512.jar");
    for (String library : libraries) {
      Files.createFile(home.resolve("lib").resolve(library));
    }
    java = Files.createDirectories(folder.resolve("jre/bin"));
    Files.writeString(folder.resolve("jre/release"), "JAVA_VERSION=\"17.0.2\"\n");
    stub("java", "for each; do echo \"$each\"; done");
    stub("uname", "[ \"$1\" = -s ] && echo Linux || echo x86_64");
    stub("mvn", "echo built");
  }

  @ParameterizedTest
  @CsvSource({"fma avx2 avx512f, -avx512", "fma avx2, -avx2", "fma, ''"})
  void javaIsGivenTheLibrariesAndOneBuild(String flags, String build) throws Exception {
    stub("grep", "echo '" + flags + "' | " + grep() + " \"$1\" \"$2\"");
    Path root = home.toRealPath();
    String lib = root.resolve("lib") + "/";

    List<String> libraries = List.of("core.jar", BUILD + build + ".jar", "nd4j-native-1.0.jar");
    String classPath = libraries.stream().map(lib::concat).collect(Collectors.joining(":"));
    List<String> given =
        List.of(
            "@" + root + "/.mvn/java.args",
            "-Dunroll.home=" + root,
            "-cp",
            classPath,
            Main.class.getName(),
            "runs",
            "list");

    assertThat(start("runs", "list")).isEqualTo(new Ended(0, String.join("\n", given) + "\n"));
  }

  private static String grep() {
    return Files.exists(Path.of("/usr/bin/grep")) ? "/usr/bin/grep" : "/bin/grep";
  }

  @Test
  void anotherPlatformIsNamed() throws Exception {
    stub("uname", "[ \"$1\" = -s ] && echo Darwin || echo arm64");
    Ended ended = start("doctor");

    assertThat(ended.said).startsWith("this distribution is for linux-x86_64, and this machine is");
    assertThat(ended.exitCode).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"11.0.2, 11", "1.8.0_292, 8"})
  void anOldJavaIsNamed(String version, String release) throws Exception {
    Files.delete(folder.resolve("jre/release"));
    stub("java", "echo 'openjdk version \"" + version + "\" 2019' >&2");
    Ended ended = start("doctor");

    assertThat(ended.said)
        .isEqualTo(
            java.resolve("java")
                + " is Java "
                + release
                + ": put Java 17 or newer first on the PATH (Debian: apt install"
                + " openjdk-17-jre-headless)\n");
    assertThat(ended.exitCode).isEqualTo(2);
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Files.delete(java.resolve("java"));
    assumeTrue(Files.exists(Path.of("/usr/bin/readlink")), "its tools are there");
    for (String tool : List.of("readlink", "dirname", "locale")) {
      stub(tool, "exec /usr/bin/" + tool + " \"$@\"");
    }
    Ended ended = startWith(java.toString(), "--help");

    assertThat(ended.said).startsWith("Java is missing: install Java 17 or newer");
    assertThat(ended.exitCode).isEqualTo(2);
  }

  private void stub(String name, String script) throws IOException {
    Path file = Files.writeString(java.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ended start(String... arguments) throws Exception {
    return startWith(java + ":" + System.getenv("PATH"), arguments);
  }

  private Ended startWith(String path, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("unroll").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    return new Ended(process.waitFor(), said);
  }
}
