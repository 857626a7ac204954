package org.unroll.apps.caption;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Eight pictures of a bright corner with what is in it, and configs that learn them. */
final class TinyCaptions {
  private static final int SIDE = 12;

  private static final List<String> CAPTIONS =
      List.of(
          "Red, top left.",
          "a red spot at the top on the right",
          "red down on the left",
          "the red one is in the last corner",
          "Blue at the top left!",
          "blue and on the right",
          "a blue spot low on the left side",
          "blue in the corner");

  private TinyCaptions() {}

  /** A table of captions, the pictures beside it. */
  static Path write(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("image,caption\n");
    for (int i = 0; i < CAPTIONS.size(); i++) {
      ImageIO.write(picture(i), "png", folder.resolve("p" + i + ".png").toFile());
      rows.append("p" + i + ".png,\"" + CAPTIONS.get(i) + "\"\n");
    }
    return Files.writeString(folder.resolve("captions.csv"), rows);
  }

  private static BufferedImage picture(int number) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    int colour = (number < 4 ? Color.RED : Color.BLUE).getRGB();
    int left = number % 2 * SIDE / 2;
    int top = number / 2 % 2 * SIDE / 2;
    for (int y = 0; y < SIDE / 2; y++) {
      for (int x = 0; x < SIDE / 2; x++) {
        picture.setRGB(left + x, top + y, colour);
      }
    }
    return picture;
  }

  /** The same pictures to train, to validate and to test. */
  static List<String> settings(Path captions) {
    List<String> settings = new ArrayList<>(of(captions));
    settings.add(
        """
        graph={map: {layer: conv, filters: 4, stride: 2, activation: relu, input: picture},
         places: {vertex: regions, input: map}, flat: {vertex: flatten, input: map},
         start: {layer: dense, size: 24, activation: tanh, input: flat},
         given: {layer: embedding, size: 12, input: caption},
         writer: {layer: gru, size: 24, input: given, initial-state: start},
         context: {vertex: attention, queries: writer, keys: places, score: general},
         both: {vertex: concat, input: [writer, context]},
         output: {layer: softmax, input: both}}""");
    return settings;
  }

  /** The same seen by an encoder that learns the words first. */
  static List<String> encoded(Path captions) {
    List<String> settings = new ArrayList<>(of(captions));
    settings.add(
        """
        encoder={graph: {map: {layer: conv, filters: 8, stride: 2, activation: relu, input: picture},
         flat: {vertex: flatten, input: map}, output: {layer: sigmoid, input: flat}}, features: flat, words: 20, batch: 4,
         train: {epochs: 30, updater: {adam: 0.02}, early-stop: {metric: average-precision, patience: 30}}}""");
    settings.add(
        """
        graph={given: {layer: embedding, size: 12, input: caption},
         start: {layer: dense, size: 24, activation: tanh, input: features},
         writer: {layer: gru, size: 24, input: given, initial-state: start},
         output: {layer: softmax, input: writer}}""");
    return settings;
  }

  /** The same seen by a net of Keras, {@code file}, that stays as it is. */
  static List<String> pretrained(Path captions, String file) {
    List<String> settings = new ArrayList<>(of(captions));
    settings.addAll(List.of("picture.size=[12, 10]", "picture.scale=tf", "picture.resize=stretch"));
    settings.add(
        """
        encoder={graph: {map: {layer: pretrained, file: '%s', input: picture}}, features: map}"""
            .formatted(file));
    settings.add(
        """
        graph={given: {layer: embedding, size: 12, input: caption},
         seen: {layer: gru, size: 12, input: regions}, start: {vertex: final-state, input: seen},
         first: {layer: dense, size: 24, activation: tanh, input: start},
         writer: {layer: gru, size: 24, input: given, initial-state: first},
         context: {vertex: attention, queries: writer, keys: regions, score: additive},
         both: {vertex: concat, input: [writer, context]},
         output: {layer: softmax, input: both}}""");
    return settings;
  }

  private static List<String> of(Path captions) {
    return List.of(
        "data.train={captions: " + captions + "}",
        "data.validation={captions: " + captions + "}",
        "data.test={captions: " + captions + "}",
        "data.batch=4",
        "picture.size=[12, 12]",
        "threads=1",
        "train.epochs=60",
        "train.updater={adam: 0.02}",
        "train.early-stop={metric: perplexity, patience: 60}");
  }
}
