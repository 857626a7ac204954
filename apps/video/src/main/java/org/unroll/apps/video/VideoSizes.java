package org.unroll.apps.video;

import org.unroll.core.app.Draft;

/**
 * How recordings are cut and how long is trained, and what is to be known of their labels.
 *
 * @param counts of the training recordings
 * @param pictures whether frames are pictures, not numbers
 */
record VideoSizes(RecordingCounts counts, boolean pictures) {
  private static final int LONG_FOOTAGE = 128;
  private static final int FOOTAGE_CLIP = 64;
  private static final int LONG_FEATURES = 240;
  private static final int FEATURES_CLIP = 160;

  /** Frames that two cores learn from in a training of some minutes. */
  private static final int FRAMES_FOOTAGE = 300_000;

  private static final int FRAMES_FEATURES = 3_000_000;
  private static final int FEWEST = 12;
  private static final int MOST = 40;

  /** Of a pass through the data. */
  private static final int STEPS = 25;

  private static final int LARGEST_BATCH = 8;

  /** Recordings of which a few decide the score. */
  private static final int FEW = 20;

  private static final double HARDLY = 0.01;

  void set(Draft draft) {
    boolean cut = counts.middle() > (pictures ? LONG_FOOTAGE : LONG_FEATURES);
    int length = cut ? pictures ? FOOTAGE_CLIP : FEATURES_CLIP : counts.middle();
    int examples = Math.max(counts.lengths().size(), counts.frames() / Math.max(1, length));
    int batch = Math.max(2, Math.min(LARGEST_BATCH, examples / STEPS));
    draft.set("data", "batch", batch);
    if (cut) {
      draft.set("clip", "length", length, "frames of a piece to train on");
    }
    int frames = pictures ? FRAMES_FOOTAGE : FRAMES_FEATURES;
    int epochs = Math.max(FEWEST, Math.min(MOST, frames / counts.frames()));
    draft.set("train", "epochs", epochs, "the best on the validation part is kept");
    doubts(draft);
  }

  private void doubts(Draft draft) {
    if (counts.unlabelledShare() > HARDLY) {
      draft.ask(
          "data",
          "%.0f %% of the frames have no label and are neither learnt nor scored; background: none makes a class of them",
          100 * counts.unlabelledShare());
    }
    if (counts.hasRareClass()) {
      draft.ask(
          "train",
          "some classes are rare: accuracy says little; early-stop: {metric: macro-f1} watches all alike");
    }
    if (counts.lengths().size() < FEW) {
      draft.ask(
          "train",
          "%d recordings to learn from are few: trust no single score; --folds 5 tells more",
          counts.lengths().size());
    }
  }
}
