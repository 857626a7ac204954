package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import org.unroll.core.harness.AppContract;

/** The same of a net that reads what an encoder gives, which was trained first. */
class EncoderContractIT extends AppContract<CaptionConfig> {
  @Override
  protected CaptionApp app() {
    return new CaptionApp();
  }

  @Override
  protected EightExamples examples(Path empty) throws IOException {
    Path captions = TinyCaptions.write(empty);
    return new EightExamples(
        TinyCaptions.encoded(captions), captions, captions, new Learnt("exact-match", 1));
  }

  @Override
  protected String catalogued() {
    return "flickr8k-128";
  }
}
