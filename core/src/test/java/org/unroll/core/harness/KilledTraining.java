package org.unroll.core.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.Json;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.RunDirectory;

/**
 * Trains once undisturbed and then with one kill after another, each resumed, and compares to the
 * last digit. Several trainings are made if one does not last for all kills.
 */
public final class KilledTraining {
  private final Path folder;
  private final List<String> train;
  private final Random random = new Random(20);
  private long wholeMillis;
  private int runs;
  private int killed;

  /**
   * @param folder empty
   * @param train the command: app, {@code train}, settings; without a run directory
   */
  public KilledTraining(Path folder, String... train) {
    this.folder = folder;
    this.train = List.of(train);
  }

  /**
   * @param atRandom kills at a random moment, from the start of the JVM on
   * @param insideCheckpoint kills with a checkpoint partly written
   */
  public void survives(int atRandom, int insideCheckpoint) {
    RunDirectory whole = new RunDirectory(folder.resolve("whole"));
    long began = System.nanoTime();
    try (UnrollProcess process = start(List.of(), whole)) {
      Unroll ended = process.end();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    wholeMillis = (System.nanoTime() - began) / 1_000_000;
    for (int n = 0; n < atRandom + insideCheckpoint; ) {
      RunDirectory run = new RunDirectory(folder.resolve("killed-" + ++runs));
      n += killUntilFinished(run, insideCheckpoint - n, atRandom + insideCheckpoint - n);
      assertSameNumbers(run, whole);
    }
    System.out.printf(
        "%d kills in %d trainings of %d s, all numbers equal%n", killed, runs, wholeMillis / 1000);
  }

  /** Returns how often it was killed. */
  private int killUntilFinished(RunDirectory run, int inside, int most) {
    int kills = 0;
    while (kills < most) {
      boolean dead = kills < inside ? killInCheckpoint(run) : killAtRandom(run);
      if (!dead) {
        break; // it was faster; its end is checked below
      }
      kills++;
      killed++;
    }
    try (UnrollProcess process = start(List.of(), run)) {
      Unroll ended = process.end();
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }
    return kills;
  }

  private boolean killAtRandom(RunDirectory run) {
    long began = System.nanoTime();
    long delay = random.nextLong(wholeMillis);
    try (UnrollProcess process = start(List.of(), run)) {
      boolean alive = process.await(() -> (System.nanoTime() - began) / 1_000_000 > delay);
      Unroll ended = process.kill();
      if (!alive) { // nothing but its own end may have ended it
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      }
      return alive;
    }
  }

  private boolean killInCheckpoint(RunDirectory run) {
    long size = run.lastCheckpoint().toFile().length();
    long bytes = random.nextLong(size == 0 ? 1000 : size);
    DiskFault fault = DiskFault.killInside("last.zip", 1 + random.nextInt(2), bytes);
    try (UnrollProcess process = start(List.of(fault.option()), run)) {
      Unroll ended = process.end();
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isIn(0, 137);
      if (ended.exitCode() == 137) {
        assertThat(run.checkpoints().resolve("last.zip.tmp")).exists();
      }
      return ended.exitCode() == 137;
    }
  }

  private UnrollProcess start(List<String> options, RunDirectory run) {
    if (run.begun()) {
      return UnrollProcess.start(
          options, train.get(0), "train", "--no-ui", "--resume", run.path().toString());
    }
    deleteUnbegun(run);
    List<String> command = new ArrayList<>(train);
    command.addAll(List.of("--no-ui", "--run-dir", run.path().toString()));
    return UnrollProcess.start(options, command.toArray(String[]::new));
  }

  /** Killed before its config was written; the user is told to delete it. */
  private static void deleteUnbegun(RunDirectory run) {
    if (!Files.exists(run.path())) {
      return;
    }
    try (Stream<Path> files = Files.list(run.path())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(run.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All but the clock's. */
  public static void assertSameNumbers(RunDirectory run, RunDirectory whole) {
    assertThat(json(run.result())).isEqualTo(json(whole.result()));
    assertThat(lines(run.metrics())).isEqualTo(lines(whole.metrics()));
    assertThat(lines(run.samples())).isEqualTo(lines(whole.samples()));
    assertThat(lines(run.spectrum())).isEqualTo(lines(whole.spectrum()));
    assertThat(weights(run.model())).isEqualTo(weights(whole.model()));
    assertThat(weights(run.lastCheckpoint())).isEqualTo(weights(whole.lastCheckpoint()));
    assertThat(run.checkpoints().resolve("last.zip.tmp")).doesNotExist();
  }

  private static List<ObjectNode> lines(Path file) {
    List<ObjectNode> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        lines.add(withoutClock(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static ObjectNode json(Path file) {
    try {
      return withoutClock(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode withoutClock(String json) throws IOException {
    ObjectNode node = (ObjectNode) Json.MAPPER.readTree(json);
    return node.remove(List.of("seconds", "examples-per-second", "name"));
  }

  private static float[] weights(Path file) {
    ComputationGraph graph = ModelBundle.readGraph(file);
    try {
      return graph.params().toFloatVector();
    } finally {
      graph.close();
    }
  }
}
