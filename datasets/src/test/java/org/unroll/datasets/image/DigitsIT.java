package org.unroll.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** The whole path of pictures: files, decoding, chance, normalisation, batches, net, bundle. */
class DigitsIT {
  private static final String ROWS = "digits.yaml";
  private static final String CONVOLUTIONS = "digits-conv.yaml";

  @TempDir private Path folder;

  /** A bright spot at the top or at the bottom, anywhere across. */
  private Path part(String name, int each) throws IOException {
    Random random = new Random(name.hashCode());
    Path part = folder.resolve(name);
    for (int i = 0; i < 2 * each; i++) {
      BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
      boolean top = i < each;
      int row = random.nextInt(6) + (top ? 2 : 12);
      int column = random.nextInt(17);
      for (int pixel = 0; pixel < 9; pixel++) {
        image.setRGB(column + pixel % 3, row + pixel / 3, 0xFFFFFF);
      }
      Path file = part.resolve(top ? "top" : "bottom").resolve(i + ".png");
      Files.createDirectories(file.getParent());
      Files.write(file, PictureFiles.file(image, "png"));
    }
    return part;
  }

  private static Unroll train(String config, Path run, String... settings) {
    String file = "src/test/resources/configs/" + config;
    List<String> command =
        new ArrayList<>(List.of("digits", "train", "-c", file, "--no-ui", "--test"));
    command.addAll(List.of("--run-dir", run.toString()));
    for (String setting : settings) {
      command.addAll(List.of("-s", setting));
    }
    Unroll trained = Unroll.run(command.toArray(String[]::new));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    return trained;
  }

  private static double accuracy(Path run) throws IOException {
    JsonNode result = Json.MAPPER.readTree(run.resolve("result.json").toFile());
    return result.at("/metrics/test/accuracy").asDouble();
  }

  @Test
  void foldersOfPicturesAreLearnt() throws IOException {
    Path train = part("train", 40);
    Path bad = Files.writeString(train.resolve("top/text.png"), "no picture");
    String[] settings = {
      "data={source: null, train: '%s', validation: '%s', test: '%s', max-bad-rows: 0.1, batch: 16}"
          .formatted(train, part("validation", 10), part("test", 20)),
      "picture={size: [20, 20], augment: {crop: 1, flip: true, jitter: 0.2}}",
      "graph.encoder.size=16",
      "train={epochs: 15, updater: {adam: 0.01}}"
    };
    Path run = folder.resolve("run");
    Unroll trained = train(ROWS, run, settings);
    assertThat(trained.out()).contains("1 of 81 rows bad; " + bad + ": text, no picture");
    assertThat(accuracy(run)).isGreaterThanOrEqualTo(0.95);
    assertThat(Files.readString(run.resolve("provenance.json"))).contains(train.toString());
    assertThat(folder.resolve("run")).isDirectoryRecursivelyContaining("glob:**picture-scale.json");

    Path picture = folder.resolve("test/top/3.png");
    Unroll answer = Unroll.run("digits", "predict", "--run", "" + run, "" + picture);
    assertThat(answer.out()).as(answer.err()).startsWith("top ");

    Path again = folder.resolve("again");
    train(ROWS, again, settings);
    assertThat(losses(again)).isEqualTo(losses(run)); // chance follows from the seed
    Path other = folder.resolve("other");
    settings[1] = "picture={size: [20, 20]}";
    train(ROWS, other, settings);
    assertThat(losses(other)).isNotEqualTo(losses(run));
  }

  private static List<Double> losses(Path run) throws IOException {
    List<Double> losses = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      losses.add(Json.MAPPER.readTree(line).at("/train/loss").asDouble());
    }
    return losses;
  }

  private double accuracyOnDigits(String config) throws IOException {
    Path mirror = Path.of(System.getenv().getOrDefault("UNROLL_MIRROR", ""));
    assumeTrue(Files.isDirectory(mirror.resolve("mnist")), "UNROLL_MIRROR has no mnist");
    Path run = folder.resolve("run");
    train(config, run);
    return accuracy(run);
  }

  @Test
  void foldersOfPicturesAreReadAsPictures() throws IOException {
    Path run = folder.resolve("run");
    train(
        CONVOLUTIONS,
        run,
        "data={source: null, train: '%s', validation: '%s', test: '%s', batch: 16}"
            .formatted(part("train", 40), part("validation", 10), part("test", 20)),
        "picture={size: [20, 20], augment: {crop: 1, flip: true}}",
        "train={epochs: 6, updater: {adam: 0.005}}");
    assertThat(accuracy(run)).isGreaterThanOrEqualTo(0.95);
    Path picture = folder.resolve("test/bottom/25.png");
    Unroll answer = Unroll.run("digits", "predict", "--run", "" + run, "" + picture);
    assertThat(answer.out()).as(answer.err()).startsWith("bottom ");
  }

  /** The classic test of recurrent nets: 28 steps of 28 numbers. */
  @Test
  void digitsAreReadRowByRow() throws IOException {
    assertThat(accuracyOnDigits(ROWS)).isGreaterThanOrEqualTo(0.985);
  }

  @Test
  void digitsAreReadAsPictures() throws IOException {
    assertThat(accuracyOnDigits(CONVOLUTIONS)).isGreaterThanOrEqualTo(0.99);
  }
}
