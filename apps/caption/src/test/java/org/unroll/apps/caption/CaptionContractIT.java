package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import org.unroll.core.harness.AppContract;

/** What every app must do. */
class CaptionContractIT extends AppContract<CaptionConfig> {
  @Override
  protected CaptionApp app() {
    return new CaptionApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path captions = TinyCaptions.write(empty);
    return new EightExamples(
        TinyCaptions.settings(captions), captions, captions, new Learnt("exact-match", 1));
  }

  @Override
  protected String catalogued() {
    return "flickr8k-128";
  }

  @Override
  protected Path asked(EightExamples examples) {
    return examples.inputs().resolveSibling("p0.png");
  }
}
