package org.unroll.apps.caption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.Draft;
import org.unroll.core.yaml.FlowYaml;
import org.unroll.datasets.caption.CaptionSketch;
import org.unroll.datasets.caption.PicturesLook;
import org.unroll.datasets.image.PictureLook;
import org.unroll.datasets.table.ColumnSketch;

/**
 * What suits the pictures and captions of a draft: how large pictures are, how captions are cut,
 * whether a CNN learns the words first, and how long.
 *
 * @param apart whether all of the captions are trained on
 */
record CaptionSizes(CaptionSketch sketch, PicturesLook pictures, boolean apart) {
  private static final double SHARE = 0.8;

  /** From so many pictures on, a CNN learns the words of captions. */
  private static final int MANY = 3_000;

  private static final int FEW = 1_000;
  private static final int LARGE = 72;
  private static final int SMALL = 64;
  private static final int SMALLEST = 16;

  /** Captions, and pictures, that two cores learn from in some minutes. */
  private static final int CAPTIONS = 300_000;

  private static final int PICTURES = 144_000;
  private static final int FEWEST = 6;
  private static final int MOST = 30;

  /** Distinct words of which many are too rare to be learnt. */
  private static final int WORDS = 1_000;

  private static final int MANY_WORDS = 3_000;
  private static final double ENGLISH = 0.3;

  void set(Draft draft) {
    ColumnSketch texts = sketch.texts();
    double share = apart ? 1 : SHARE;
    int count = (int) Math.max(1, share * sketch.captions().size());
    int captions = (int) Math.max(1, share * texts.cells().size());
    boolean large = count >= MANY;
    Map<String, Integer> words = sketch.words();
    int least = words.size() > MANY_WORDS ? 5 : words.size() > WORDS ? 2 : 1;
    long kept = words.values().stream().filter(often -> often >= least).count();
    draft.saw(
        String.format(
            Locale.ROOT,
            "captions: %d words in the middle, 1 of 100 has more than %d; %,d words, %,d of them %d times or more",
            texts.words(0.5),
            texts.words(0.99),
            words.size(),
            kept,
            least));
    draft.set("data", "batch", large ? 64 : 32);
    draft.set("data", "max-length", texts.words(0.99) + 2, "words of a caption");
    picture(draft, large, texts);
    draft.set("text", "tokenizer", "plain", "lower-cased words without marks");
    draft.set("text", "min-count", least);
    if (large) {
      encoder(draft, count, kept);
      writer(draft);
    }
    int epochs = Math.max(FEWEST, Math.min(large ? 10 : MOST, CAPTIONS / captions));
    draft.set("train", "epochs", epochs, "the best on the validation part is kept");
    if (large) {
      draft.set("train", "updater", FlowYaml.parse("{adam: 0.001}"));
      draft.set("train", "schedule", FlowYaml.parse("{kind: cosine, factor: 0.05}"));
    }
    if (count < FEW) {
      draft.ask(
          "train",
          "%d pictures to learn from are few: of photographs a net learns the sentences, hardly to see; a pretrained net sees more: encoder, layer: pretrained",
          count);
    }
  }

  /** Mirrored where left and right are known by the words that say so. */
  private void picture(Draft draft, boolean large, ColumnSketch texts) {
    PictureLook smallest = pictures.smallest();
    int shorter = Math.min(smallest.width(), smallest.height());
    int side = Math.max(SMALLEST, Math.min(large ? LARGE : SMALL, shorter / 8 * 8));
    draft.set("picture", "size", List.of(side, side), "height and width; the middle fills it");
    Map<String, Object> augment = new LinkedHashMap<>();
    augment.put("crop", Math.max(1, side / 12));
    if (large && isEnglish(texts)) {
      augment.put("flip", true);
    }
    augment.put("jitter", large ? 0.15 : 0.1);
    draft.set("picture", "augment", augment);
    if (large && !isEnglish(texts)) {
      draft.ask(
          "picture",
          "pictures are not mirrored, as captions may say left and right: name these words in data.mirror-words, then augment.flip: true");
    }
  }

  private static boolean isEnglish(ColumnSketch texts) {
    long english =
        texts.cells().stream()
            .filter(text -> text.toLowerCase(Locale.ROOT).matches("(.* )?(a|the|an|is|on) .*"))
            .count();
    return english > ENGLISH * texts.cells().size();
  }

  /** As for 6,000 photographs of Flickr8k. */
  private static void encoder(Draft draft, int count, long words) {
    Map<String, Object> graph = new LinkedHashMap<>();
    String before = "picture";
    int[] filters = {32, 64, 128, 256, 256};
    for (int i = 1; i <= filters.length; i++) {
      String conv = "layer: conv, filters: %d, bias: false, input: %s";
      graph.put("conv" + i, node(conv.formatted(filters[i - 1], before)));
      String norm = i < filters.length ? "norm" + i : "map";
      graph.put(norm, node("layer: batch-norm, activation: relu, input: conv" + i));
      if (i < filters.length) {
        graph.put("pool" + i, node("vertex: pool, input: " + norm));
      }
      before = "pool" + i;
    }
    graph.put("seen", node("vertex: global-pool, input: map"));
    graph.put("output", node("layer: sigmoid, prior: 0.02, dropout: 0.3, input: seen"));
    draft.set("encoder", "graph", graph, "learns which words the captions of a picture hold");
    draft.set("encoder", "features", "map");
    draft.set("encoder", "words", Math.min(1_000, words));
    draft.set("encoder", "batch", 32);
    int epochs = Math.max(FEWEST, Math.min(MOST, PICTURES / count));
    draft.set(
        "encoder",
        "train",
        node(
            "epochs: %d, updater: {adam: 0.0015}, schedule: {kind: cosine, factor: 0.01}, early-stop: {metric: average-precision, patience: %d}"
                .formatted(epochs, epochs)));
  }

  private static void writer(Draft draft) {
    draft.node("mean", "vertex: pool-time, kind: mean, input: regions");
    draft.node("start", "layer: dense, size: 256, activation: tanh, dropout: 0.2, input: mean");
    draft.node(
        "given", "layer: embedding, size: 256, weight-init: uniform, dropout: 0.3, input: caption");
    draft.node("writer", "layer: gru, size: 256, input: given, initial-state: start");
    draft.node(
        "context", "vertex: attention, queries: writer, keys: regions, score: additive, size: 128");
    draft.node("both", "vertex: concat, input: [writer, context]");
    draft.node("mixed", "layer: dense, size: 256, activation: tanh, dropout: 0.3, input: both");
    draft.node("output", "layer: softmax, dropout: 0.4, input: mixed");
  }

  private static Object node(String keys) {
    return FlowYaml.parse("{" + keys + "}");
  }
}
