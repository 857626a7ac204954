package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.engine.Engine;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.harness.Unroll;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;

/**
 * A thousand damaged tables: trained on, or refused in a message; no trace, no hang. Most take one
 * step and one evaluation without the command line, which costs ten times as much.
 */
class TextFuzzIT {
  private static final int CASES = 1_000;

  /** So many of them go through the command line. */
  private static final int COMMANDS = 10;

  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\0",
          "\uFEFF",
          "'",
          "\\",
          "text",
          "label",
          "good",
          "bad",
          "\n\n\n",
          ",,,",
          "\"\n",
          "😀",
          "é",
          "\u2028",
          "\u0085",
          "<br />",
          " ",
          "#",
          "=1+1",
          "\"open",
          "text,label\n",
          ",good\n",
          "word ".repeat(500),
          "x".repeat(5_000));

  @TempDir private Path folder;
  private final Map<GraphPorts, Trained> nets = new HashMap<>();
  private TimeLimit limit;

  @BeforeEach
  void start() {
    limit = new TimeLimit(Duration.ofSeconds(60));
  }

  @AfterEach
  void stop() {
    limit.close();
  }

  @Test
  void damagedTablesTrainOrAreRefused() throws IOException, InterruptedException {
    Mutation mutation = new Mutation(5, PIECES);
    byte[] whole = table().getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("mutant.csv");
    SentimentConfig config = config(file);
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] mutant = mutation.of(whole);
      Files.write(file, mutant);
      String name = "case " + i + ":\n" + new String(mutant, StandardCharsets.UTF_8);
      refused += limit.run(name, () -> trains(config)) ? 0 : 1;
      if (i % (CASES / COMMANDS) == 0) {
        Path run = folder.resolve("run-" + i);
        Unroll trained =
            limit.run(
                name,
                () -> Unroll.run(TinyReviews.train(file, run, "-s", "train.epochs=1", "--test")));
        assertThat(trained.exitCode()).as(name + "\n" + trained.err()).isIn(0, 2);
        assertThat(trained.err()).as(name).doesNotContain("\tat ", "Exception");
      }
    }
    assertThat(refused).isBetween(CASES / 10, CASES - CASES / 10);
  }

  /** Forty short reviews, so that one bad row is within what is allowed here. */
  private static String table() {
    Random random = new Random(3);
    List<String> words =
        List.of("film", "dull", "fine", "not", "very", "\"\"so\"\" called", "a, b");
    StringBuilder table = new StringBuilder("id,text,label\n");
    for (int i = 0; i < 40; i++) {
      table.append(i).append(",\"");
      for (int n = 0; n < 3 + i % 4; n++) {
        table.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      table.append("\",").append(i % 2 == 0 ? "good" : "bad").append('\n');
    }
    return table.toString();
  }

  /** False if the file is refused. */
  private boolean trains(SentimentConfig config) {
    try {
      SentimentTask<?> task = new SentimentApp().open(config, new DataAccess(true, notice -> {}));
      // building a graph takes longer than a step
      Trained trained = nets.computeIfAbsent(task.ports(), ports -> Trained.build(config, ports));
      trained.engine().step(task.training().get(0, 0));
      Map<String, Double> metrics = task.evaluate(trained.net(), Split.VALIDATION).metrics();
      assertThat(metrics.get("accuracy")).isBetween(0.0, 1.0);
      assertThat(task.samples(trained.net(), 1)).isNotEmpty();
      return true;
    } catch (UserError e) {
      assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
      return false;
    }
  }

  private static SentimentConfig config(Path file) throws IOException {
    ConfigText defaults = ConfigText.of(Path.of("../../configs/sentiment.yaml"));
    List<String> settings =
        List.of(
            "data={train: " + file + ", validation: " + file + "}",
            "data.max-bad-rows=0.05",
            "data.batch=16",
            "text.max-size=20",
            "graph={embed: {layer: embedding, size: 4, input: tokens},"
                + " mean: {vertex: pool-time, kind: mean, input: embed},"
                + " output: {layer: softmax, input: mean}}");
    return new ConfigLoader<>(SentimentConfig.class).load(defaults, List.of(), settings).config();
  }

  private record Trained(Net net, Engine engine) {
    static Trained build(SentimentConfig config, GraphPorts ports) {
      ComputationGraph graph =
          GraphBuilder.build(config.graph(), ports, GraphOptions.of(1, config.train().updater()));
      return new Trained(new Net(graph), Engine.local(graph, config.train().clipNorm()));
    }
  }
}
