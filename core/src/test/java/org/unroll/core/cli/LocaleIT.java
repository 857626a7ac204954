package org.unroll.core.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.ChildJvm;
import org.unroll.core.harness.Unroll;

/** The machine's language and character set decide nothing. */
class LocaleIT {
  @TempDir private static Path folder;

  private static Path english;
  private static String printed;

  @BeforeAll
  static void trainOne() throws Exception {
    english = folder.resolve("english");
    printed = trained(List.of(), english);
  }

  @Test
  void argumentsThatCannotBeDecodedAreRefused() throws Exception {
    // the bytes go as they are through the shell, which is told them in octal
    String command = "exec \"$@\" \"$(printf '%b' 'g\\0303\\0251nial')\"";
    for (String locale : List.of("C", "POSIX", "C.UTF-8")) {
      ProcessBuilder builder =
          ChildJvm.command(List.of(), Main.class, List.of("tiny", "predict", "--run", "none"));
      builder.command().addAll(0, List.of("sh", "-c", command, "sh"));
      builder.environment().put("LC_ALL", locale);
      Unroll said = end(builder);

      assertThat(said.exitCode()).isEqualTo(2);
      if (locale.equals("C.UTF-8")) {
        assertThat(said.err()).contains("no run at none");
      } else {
        assertThat(said.err()).contains("LC_ALL=C.UTF-8", "'g\uFFFD\uFFFDnial'").hasLineCount(1);
      }
    }
  }

  @Test
  void aPathThatTheLocaleCannotSayIsAMessage() throws Exception {
    ProcessBuilder builder = ChildJvm.command(List.of(), AskedForPath.class, List.of());
    builder.environment().put("LC_ALL", "C");
    Unroll said = end(builder);

    assertThat(said.out()).contains("'é' is no path", "LC_ALL=C.UTF-8");
  }

  /** A program that asks for a path as the commands do. */
  static final class AskedForPath {
    private AskedForPath() {}

    public static void main(String[] arguments) {
      try {
        Path.of("é");
      } catch (RuntimeException e) {
        byte[] said = MachineFault.of(e).orElseThrow().getMessage().getBytes(UTF_8);
        System.out.writeBytes(said);
      }
    }
  }

  /** Turkish has a small i without a dot, German a decimal comma, Egypt's Arabic its own digits. */
  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG"})
  void theLanguageOfTheMachineChangesNothing(String language) throws Exception {
    Locale locale = Locale.forLanguageTag(language);
    List<String> options =
        List.of("-Duser.language=" + locale.getLanguage(), "-Duser.country=" + locale.getCountry());
    Path foreign = folder.resolve(language);

    assertThat(trained(options, foreign)).isEqualTo(printed);
    for (String file : List.of("config.yaml", "tables.json", "charts.json", "samples.jsonl")) {
      assertThat(foreign.resolve(file)).hasSameTextualContentAs(english.resolve(file));
    }
    assertThat(foreign.resolve("report.html")).content().doesNotContainPattern("[٠-٩]");
  }

  /** What was printed, without the run's name and what depends on the clock. */
  private static String trained(List<String> options, Path run) throws Exception {
    String command = "tiny train --no-ui --test -s train.epochs=2 --run-dir " + run;
    Unroll said = end(ChildJvm.command(options, Main.class, List.of(command.split(" "))));
    assertThat(said.exitCode()).as(said.err()).isZero();
    return timeless(said.out(), run);
  }

  private static String timeless(String text, Path run) {
    return text.replace(run.getFileName().toString(), "RUN")
        .replaceAll("[0-9.,]+ (s|ms|ex/s|examples/s)\\b", "TIME")
        .replaceAll("[0-9-]+T[0-9:.Z]+|[0-9]{4}-[0-9-]+ [0-9:]+", "WHEN")
        .replaceAll("  +", " ");
  }

  private static Unroll end(ProcessBuilder builder) throws IOException, InterruptedException {
    Path err = Files.createTempFile("unroll", ".err");
    try {
      Process process = builder.redirectError(err.toFile()).start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Unroll(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }
}
