package org.unroll.apps.sentiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unroll.core.Json;
import org.unroll.core.cli.Main;
import org.unroll.core.harness.ChildJvm;
import org.unroll.core.harness.Unroll;

/** Files as users have them, through {@code train}: a clear message, or the right result. */
class BadTextIT {
  private static final String GOOD = "text,label\nfine film,good\ndull film,bad\n";

  @TempDir private Path folder;
  private Path good;

  @BeforeEach
  void writeGoodFile() throws IOException {
    good = Files.writeString(folder.resolve("good.csv"), GOOD);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("binary.csv", binary(), "binary.csv:1: not UTF-8 text", "name another file"),
        refused("a.csv", utf8("Text,label\na,b\n"), "a.csv:1:", "no column \"text\"", "\"Text\""),
        refused("a.csv", utf8("id,stars\n1,2\n"), "a.csv:1:", "found: id, stars", "data.columns"),
        refused("a.csv", utf8(GOOD + "good,\n"), "a.csv:4", "nothing in column \"label\""),
        refused("a.csv", utf8(rows(95, 5)), "5 of 100 rows bad", "a.csv:97", "data.max-bad-rows"),
        refused(
            "a.csv",
            (GOOD + "café,good\n").getBytes(Charset.forName("windows-1252")),
            "a.csv:4: not UTF-8 text (byte E9)",
            "iconv -f windows-1252"),
        refused(
            "a.csv", GOOD.getBytes(Charset.forName("UTF-16LE")), "a.csv:1: a NUL byte", "UTF-16"),
        refused("a.csv", utf8(GOOD + "a\0b,good\n"), "a.csv:4: a NUL byte"),
        refused("a.csv", utf8(GOOD + "\"open,good\nb,bad\n"), "a.csv:4", "never closed"),
        refused("a.csv", utf8(GOOD + "\"a\" b,good\nb,bad\n"), "a.csv:4", "RFC 4180"),
        refused("a.csv", new byte[0], "a.csv: empty", "header"),
        refused("a.csv", utf8("\n\n\n"), "a.csv: empty", "header"),
        refused("a.tsv", new byte[0], "a.tsv: empty"),
        refused("a.jsonl", new byte[0], "a.jsonl: no line is a JSON object"),
        refused("a.csv", utf8("text,label\n"), "a.csv: no rows of text"),
        refused("a.csv", utf8("text,label\na,good\nb,good\n"), "one class only ('good')"),
        refused("a.xlsx", utf8(GOOD), "must end in .csv, .tsv, .jsonl or .txt"),
        refused("a.jsonl", utf8("{\"text\": \"a\"\n[1]\n"), "a.jsonl: no line is a JSON object"),
        refused("a.jsonl", utf8("[".repeat(5_000) + "\n"), "a.jsonl: no line is a JSON object"));
  }

  private static Arguments refused(String name, byte[] content, String... message) {
    return Arguments.of(name, content, List.of(message));
  }

  @ParameterizedTest(name = "{index} {0} {2}")
  @MethodSource("refused")
  void isRefusedInOneMessage(String name, byte[] content, List<String> message) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    assertRefused(train(file, good), message);
  }

  @Test
  void pathsThatAreNoFilesAreRefused() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("dir.csv"));
    assertRefused(train(directory, good), List.of("dir.csv: is a folder"));
    assertRefused(train(folder.resolve("lost.csv"), good), List.of("lost.csv: there is no such"));
    assertRefused(train(Path.of("/dev/null"), good), List.of("/dev/null: is a pipe or a device"));
    Path dangling = folder.resolve("dangling.csv");
    Files.createSymbolicLink(dangling, folder.resolve("nowhere.csv"));
    assertRefused(train(dangling, good), List.of("dangling.csv: there is no such file"));
    Unroll trained = train("-s", "data={train: \"a\\0.csv\", validation: b.csv}");
    assertRefused(trained, List.of("data.train: no path"));
    Unroll split = train("-s", "data.source=" + directory, "-s", "data.split={by: random}");
    assertRefused(split, List.of("dir.csv: is a folder"));
  }

  /** The parser's buffer ends before the file does. */
  @Test
  void aQuoteThatIsNotClosedForLongIsRefused() throws IOException {
    String rows = "many words,1\n".repeat(1_500_000);
    Path file = Files.writeString(folder.resolve("long.csv"), GOOD + "\"open,2\n" + rows);
    assertRefused(train(file, good), List.of("long.csv:4: a row from here on", "RFC 4180"));
  }

  @Test
  void anUnreadableFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("closed.csv"), GOOD);
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "root reads all");
    assertRefused(train(file, good), List.of("closed.csv: cannot be read", "permissions"));
  }

  @Test
  void twoRowsTrainButCannotBeCut() {
    assertThat(train(good, good).exitCode()).isZero();
    Unroll cut = train("-s", "data.source=" + good, "-s", "data.split={by: random}");
    assertRefused(cut, List.of("no example falls in the", "2 are too few"));
  }

  /** What is wrong is the user's to mend, in training and in asking, and leaves nothing behind. */
  @Test
  void damagedPackingAndStandardInputAreRefused() throws IOException {
    Path run = folder.resolve("run");
    assertThat(Unroll.run(TinyReviews.train(good, run, "-s", "train.epochs=1")).exitCode())
        .isZero();
    Path plain = Files.writeString(folder.resolve("plain.csv.gz"), GOOD);
    assertRefused(train(plain, good), List.of("plain.csv.gz: not packed by gzip"));
    Path out = folder.resolve("out.csv");
    Unroll asked =
        Unroll.run(
            "sentiment", "predict", "--run", "" + run, "--in", "" + plain, "--out", "" + out);
    assertRefused(asked, List.of("plain.csv.gz: not packed by gzip"));
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("out.csv"));

    Unroll mac = Unroll.runWithInput("fine\rdull\r", "sentiment", "predict", "--run", "" + run);
    assertThat(mac.out().lines()).hasSize(2);
    assertThat(mac.err()).isEmpty();
    Unroll mixed =
        Unroll.runWithInput(
            "\uFEFFfine\rfilm\r\ndull\n", "sentiment", "predict", "--run", "" + run);
    assertThat(mixed.out().lines()).hasSize(2);
    assertThat(mixed.err()).contains("standard input: carriage returns (CR) without LF: 1");
  }

  /** As the launcher leaves it where it was closed: open for writing only. */
  @Test
  void aClosedStandardInputIsToldFromBrokenText() throws Exception {
    Path run = folder.resolve("run");
    assertThat(Unroll.run(TinyReviews.train(good, run, "-s", "train.epochs=1")).exitCode())
        .isZero();
    ProcessBuilder command =
        ChildJvm.command(
            List.of(), Main.class, List.of("sentiment", "predict", "--run", run.toString()));
    command.command().addAll(0, List.of("/bin/sh", "-c", "exec \"$@\" 0> /dev/null", "sh"));
    Path err = folder.resolve("err");
    int exitCode = command.redirectError(err.toFile()).start().waitFor();
    assertRefused(
        new Unroll(exitCode, "", Files.readString(err)),
        List.of("standard input cannot be read", "--in FILE"));
  }

  @Test
  void aClassThatTrainingLacksIsRefusedWhereverItTurnsUp() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), GOOD + "so so,middling\n");
    List<String> message =
        List.of("other.csv:4: the class \"middling\"", "which has bad, good. Mend it");
    assertRefused(train(good, other), message);
    Unroll tested =
        train(
            "-s",
            "data.train=" + good,
            "-s",
            "data.validation=" + good,
            "-s",
            "data.test=" + other,
            "--test");
    assertRefused(tested, message);
    Path run = folder.resolve("evaluated");
    assertThat(train(run, good, good).exitCode()).isZero();
    assertRefused(
        Unroll.run("sentiment", "evaluate", "--run", run.toString(), "--data", other.toString()),
        message);
  }

  @Test
  void brokenRowsBelowTheLimitAreSkippedAndTold() throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), rows(95, 5));
    Unroll trained =
        train(
            "-s",
            "data.train=" + file,
            "-s",
            "data.validation=" + good,
            "-s",
            "data.max-bad-rows=0.05");
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
    assertThat(trained.out()).contains("rows.csv: 5 of 100 rows bad; ", "rows.csv:97: 1 cells");
    assertThat(trained.out()).contains("95 training examples");
  }

  @Test
  void aTextOfAHundredThousandWordsIsCutAndOneThatIsNoTextRefused() throws IOException {
    Path file =
        Files.writeString(folder.resolve("long.csv"), GOOD + "fine ".repeat(100_000) + ",good\n");
    Path run = folder.resolve("run");
    assertThat(train(run, file, file).exitCode()).isZero();
    Unroll predicted =
        Unroll.runWithInput(
            "dull ".repeat(100_000) + "\n", "sentiment", "predict", "--run", run.toString());
    assertThat(predicted.exitCode()).isZero();
    assertThat(predicted.out()).matches("(good|bad) [01]\\.\\d+\n");

    byte[] torn = {'f', 'i', 'n', 'e', ' ', (byte) 0xff, '\n'};
    Unroll refused = Unroll.runWithInput(torn, "sentiment", "predict", "--run", run.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("the input is not UTF-8 text");
  }

  /** The same numbers as from the plain file. */
  @Test
  void markAndLineEndsOfWindowsChangeNothing() throws IOException {
    Path plain = folder.resolve("plain");
    assertThat(train(plain, good, good).exitCode()).isZero();
    Path windows =
        Files.writeString(folder.resolve("windows.csv"), "\uFEFF" + GOOD.replace("\n", "\r\n"));
    Path mac = Files.writeString(folder.resolve("mac.csv"), GOOD.replace("\n", "\r"));
    Path quoted =
        Files.writeString(folder.resolve("quoted.csv"), GOOD.replaceAll("([^,\n]+)", "\"$1\""));
    Path excel =
        Files.write(
            folder.resolve("excel.csv"),
            ("\uFEFF" + GOOD.replace(",", "\t").replace("\n", "\t\t\r\n"))
                .getBytes(Charset.forName("UTF-16LE")));
    for (Path file : List.of(windows, mac, quoted, excel)) {
      Path run = folder.resolve("run-" + file.getFileName());
      assertThat(train(run, file, file).err()).isEmpty();
      assertThat(metrics(run)).isEqualTo(metrics(plain));
    }
  }

  /** Control characters, half a surrogate pair, marks without a letter: none is an error. */
  @Test
  void oddCharactersTrain() throws IOException {
    String odd =
        """
        {"text": "a\\u0000b \\ud800 \\u200b\\ufeff", "label": "good\\nor so"}
        {"text": "\\u0301\\u0301 \\udc00<br />\\u2028", "label": "<b>bad</b>"}
        """;
    Path file = Files.writeString(folder.resolve("odd.jsonl"), odd);
    Unroll trained = train(file, file);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.exitCode()).isZero();
  }

  private Unroll train(Path training, Path validation) {
    return train("-s", "data.train=" + training, "-s", "data.validation=" + validation);
  }

  private Unroll train(Path run, Path training, Path validation) {
    return train(
        "--run-dir", run.toString(),
        "-s", "data.train=" + training,
        "-s", "data.validation=" + validation);
  }

  private Unroll train(String... more) {
    List<String> arguments = new ArrayList<>(List.of("sentiment", "train", "--no-ui"));
    if (!more[0].equals("--run-dir")) {
      arguments.addAll(List.of("--run-dir", folder.resolve("run-" + System.nanoTime()).toString()));
    }
    for (String setting :
        List.of("graph.embed.size=4", "graph.encoder.size=4", "train.epochs=1", "data.batch=4")) {
      arguments.addAll(List.of("-s", setting));
    }
    arguments.addAll(List.of(more));
    return Unroll.run(arguments.toArray(String[]::new));
  }

  private static void assertRefused(Unroll command, List<String> message) {
    assertThat(command.err()).contains(message).doesNotContain("\tat ", "Exception");
    assertThat(command.err().length()).isLessThan(2_000);
    assertThat(command.exitCode()).isEqualTo(2);
  }

  private static JsonNode metrics(Path run) throws IOException {
    return Json.MAPPER.readTree(run.resolve("result.json").toFile()).get("metrics");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static String rows(int whole, int broken) {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < whole; i++) {
      rows.append(i % 2 == 0 ? "fine film,good\n" : "dull film,bad\n");
    }
    return rows.append("one cell\n".repeat(broken)).toString();
  }

  /** As a picture or a spreadsheet begins. */
  private static byte[] binary() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] random = new byte[5_000];
    new Random(1).nextBytes(random);
    bytes.writeBytes(random);
    return bytes.toByteArray();
  }
}
