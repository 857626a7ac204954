package org.unroll.core.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.unroll.core.UserError;
import picocli.CommandLine.Option;

/** How an app writes that goes on from a prompt: short names for keys of its config. */
final class WritingOptions {
  @Option(names = "--length", paramLabel = "N", description = "Writes so much; as decode.length.")
  private String length;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Above 1 more surprising, below 1 less; as decode.temperature.")
  private String temperature;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      description = "Draws from the K most probable; as decode.top-k.")
  private String topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description = "Draws from the most probable that make up P; as decode.top-p.")
  private String topP;

  @Option(
      names = "--beam",
      paramLabel = "N",
      description = "Searches, N side by side, in place of drawing; as decode.beam.")
  private String beam;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed draws another text; as seed.")
  private String seed;

  @Option(names = "--samples", paramLabel = "N", description = "Writes N texts for each prompt.")
  private int samples = 1; // also of apps that do not have the option

  /** The settings that the options stand for. */
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    add(settings, "decode.length", length);
    if (beam != null) { // it draws nothing, unless it is told to
      add(settings, "decode.temperature", "null");
      add(settings, "decode.top-k", "null");
      add(settings, "decode.top-p", "null");
      add(settings, "decode.beam", beam);
    }
    add(settings, "decode.temperature", temperature);
    add(settings, "decode.top-k", topK);
    add(settings, "decode.top-p", topP);
    add(settings, "seed", seed);
    return settings;
  }

  private static void add(List<String> settings, String key, String value) {
    if (value != null) {
      settings.add(key + "=" + value);
    }
  }

  /** Each input as often as it is asked. */
  <I> List<I> repeated(List<I> inputs) {
    if (samples < 1) {
      throw new UserError("--samples %d: expected 1 or more".formatted(samples));
    }
    if (samples > 1 && beam != null && temperature == null) {
      throw new UserError(
          "--samples %d: a beam finds the same text each time; leave out --beam to draw several"
              .formatted(samples));
    }
    List<I> repeated = new ArrayList<>();
    inputs.forEach(input -> repeated.addAll(Collections.nCopies(samples, input)));
    return repeated;
  }
}
