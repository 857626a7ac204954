package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.harness.Unroll;

/** What no net can be trained on, or answer, is one message that says what to do. */
class BadStreamIT {
  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Unroll refused(List<String> settings, String... messages) {
    Path run = folder.resolve("run");
    Unroll trained = Unroll.run(TinyText.train(run, settings));
    assertThat(trained.exitCode()).as(trained.out() + trained.err()).isEqualTo(2);
    assertThat(trained.err()).contains(messages).doesNotContain("\tat ");
    assertThat(trained.err().lines().count()).as(trained.err()).isLessThanOrEqualTo(2);
    return trained;
  }

  private List<String> with(Path text, String... more) {
    List<String> settings = TinyText.settings(text);
    settings.addAll(List.of(more));
    return settings;
  }

  @Test
  void textsThatTeachNothing() throws IOException {
    refused(with(write("a", "the cat")), "7 symbols, fewer than the 10 steps", "train.tbptt");
    refused(with(write("b", "aaaaaaaaaaaaaaaaaaa")), "one character again and again");
    refused(with(write("c", "")), "empty");
    refused(with(write("c", ""), "text.units=byte"), "empty");
    refused(with(write("c", ""), "text.units=bpe"), "empty");
    refused(with(write("d", "the\u0000cat sat on the mat")), "d:1: a NUL byte");
    refused(with(write("e", "the\u00FFcat sat on the mat")), "e:1: not UTF-8 text (byte FF)");
    refused(with(folder.resolve("none")), "none: there is no such file");
    refused(
        with(
            folder.resolve("none"),
            "data={source: " + folder + "/none.txt, train: null, validation: null, test: null}"),
        "no such file");
  }

  @ParameterizedTest
  @CsvSource({
    "'',nothing in it can be foretold",
    "ZZZ,nothing in it can be foretold",
    "t,one symbol",
    "Zt,one symbol"
  })
  void validationsThatTellNothing(String text, String message) throws IOException {
    Path train = TinyText.write(folder);
    Path validation = write("valid.txt", text);
    refused(with(train, "data.validation=" + validation), message);
    assertThat(folder.resolve("run/metrics.jsonl")).as("before the training").doesNotExist();
    Unroll checked = Unroll.run(check(with(train, "data.validation=" + validation)));
    assertThat(checked.exitCode()).isEqualTo(2);
  }

  private static String[] check(List<String> settings) {
    List<String> command = new ArrayList<>(List.of("charlm", "config", "check", "--data"));
    settings.forEach(setting -> command.addAll(List.of("-s", setting)));
    return command.toArray(String[]::new);
  }

  @Test
  void netsThatCannotWrite() throws IOException {
    Path text = TinyText.write(folder);
    refused(with(text, "graph.cells.bidirectional=true"), "graph.cells", "all steps");
    refused(
        with(
            text,
            "graph={embed: {layer: embedding, size: 4, input: symbols},"
                + " cells: {layer: lstm, size: 4, input: embed},"
                + " last: {vertex: final-state, input: cells},"
                + " output: {layer: softmax, input: last}}"),
        "graph.last: it needs all steps");
    refused(with(text, "train.tbptt=null"), "train.tbptt", "such as tbptt: 64");
    refused(with(text, "units=[cells:32]"), "units", "cells has 32 units, from 0");
    refused(with(text, "units=[cell:3]"), "no unit 'cell:3'", "(cells)");
    refused(with(text, "decode={temperature: 1, beam: 3}"), "decode.beam");
  }

  @Test
  void whatCannotBeAskedOrScored() throws IOException {
    Path text = TinyText.write(folder);
    Path run = folder.resolve("run");
    Unroll trained = Unroll.run(TinyText.train(run, with(text, "train.epochs=1")));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    Path out = folder.resolve("out.jsonl");

    predictRefused(run, "no unit 'cells:99'", "-s", "units=[cells:0, cells:99]", "the", "a");
    predictRefused(run, "no unit 'x'", "-s", "units=[x]", "--out", out.toString(), "the");
    assertThat(out).doesNotExist();
    predictRefused(run, "none.txt", "--in", folder.resolve("none.txt").toString());
    predictRefused(run, "--samples 0", "--samples", "0", "the");
    predictRefused(run, "decode.length", "--length", "0", "the");
    predictRefused(run, "a NUL byte", "--in", write("b.txt", "a\u0000").toString());

    for (String given : List.of("", "t", "ZZ")) {
      Path file = write("scored.txt", given);
      Unroll scored =
          Unroll.run("charlm", "evaluate", "--run", run.toString(), "--data", file.toString());
      assertThat(scored.exitCode()).as(scored.out() + scored.err()).isEqualTo(2);
      assertThat(scored.err()).contains("scored.txt: ");
    }
  }

  private static void predictRefused(Path run, String message, String... more) {
    List<String> command = new ArrayList<>(List.of("charlm", "predict", "--run", run.toString()));
    command.addAll(List.of(more));
    Unroll predicted = Unroll.run(command.toArray(String[]::new));
    assertThat(predicted.exitCode()).as(predicted.err()).isEqualTo(2);
    assertThat(predicted.out()).isEmpty();
    assertThat(predicted.err()).contains(message).hasLineCount(1);
  }

  @Test
  void aNetWithoutMemoryHasNoUnits() throws IOException {
    Path text = write("long.txt", TinyText.LINES.repeat(60));
    List<String> settings =
        with(
            text,
            "train.epochs=1",
            "graph={embed: {layer: embedding, size: 8, input: symbols},"
                + " output: {layer: softmax, input: embed}}");
    Path run = folder.resolve("run");
    Unroll trained = Unroll.run(TinyText.train(run, settings));
    assertThat(trained.exitCode()).as(trained.out() + trained.err()).isZero();
    Unroll written = Unroll.run("charlm", "predict", "--run", run.toString(), "the", "t");
    assertThat(written.exitCode()).as(written.err()).isZero();
    predictRefused(run, "has no recurrent layer", "-s", "units=[embed:1]", "the");
  }
}
