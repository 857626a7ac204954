package org.unroll.apps.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.TinyRuns;

/** What the documentation shows compiles, and the example project's class answers. */
class ExamplesIT {
  private static final Path SOURCES = Path.of("src/main/java/org/unroll/apps/api");
  private static final Path EXAMPLE =
      Path.of("src/example/src/main/java/org/example/AskReviews.java");
  private static final Pattern EXAMPLES =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      import java.nio.file.Path;
      import org.unroll.apps.api.*;
      import org.unroll.apps.caption.*;
      import org.unroll.apps.video.*;
      import org.unroll.core.model.Sharing;
      import org.unroll.datasets.labelled.*;
      import org.unroll.datasets.pair.*;
      import org.unroll.datasets.stream.*;
      import org.unroll.datasets.window.ForecastPrediction;
      """;

  @TempDir private Path folder;

  private String compile(Path source) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String classes = System.getProperty("java.class.path");
    ToolProvider.getSystemJavaCompiler()
        .run(null, said, said, "-proc:none", "-cp", classes, "-d", "" + folder, "" + source);
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theExamplesInTheDocumentationCompile() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(SOURCES)) {
      files = all.toList();
    }
    List<String> shown = new ArrayList<>();
    for (Path each : files) {
      EXAMPLES.matcher(Files.readString(each)).results().map(ExamplesIT::code).forEach(shown::add);
    }

    assertThat(shown).hasSize(7);
    for (String code : shown) {
      String type = "class Shown {\n  void shown() {\n" + code + "\n  }\n}\n";
      Path source = Files.writeString(folder.resolve("Shown.java"), IMPORTS + type);
      assertThat(compile(source)).as(code).isEmpty();
    }
  }

  private static String code(MatchResult found) {
    return found.group(1).replaceAll("(?m)^ \\* ?", "");
  }

  @Test
  void theExampleProjectAsksARun() throws Exception {
    String run = new TinyRuns(folder).sentiment().toString();
    assertThat(compile(EXAMPLE)).isEmpty();

    String said = said(run, "it is dull", "not bad at all");
    assertThat(said.lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("(good|bad) [01]\\.\\d{3} it is dull");
  }

  private String said(String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader
          .loadClass("org.example.AskReviews")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
