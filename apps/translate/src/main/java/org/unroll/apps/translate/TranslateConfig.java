package org.unroll.apps.translate;

import java.util.OptionalInt;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.Device;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UiConfig;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.yaml.Auto;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.pair.PairData;
import org.unroll.datasets.text.PairText;

@Doc("Sentence to sentence: an encoder reads one language, a decoder writes the other.")
record TranslateConfig(
    @Doc("Version of this file's form.") @Default("1") int format,
    @Doc("The app this file is for.") String app,
    PairData data,
    PairText text,
    GraphSpec graph,
    TrainConfig train,
    @Default("{}") DecodeConfig decode,
    @Default("{}") UiConfig ui,
    @Doc("auto, cpu or cuda; a device that is not built in is an error.") @Default("auto")
        Device device,
    @Doc("Threads of the native code; auto measures what is fastest when training begins.")
        @Default("auto")
        @Auto
        @Range(min = 1, max = 1024)
        OptionalInt threads,
    @Doc("Everything random in a run follows from it.") @Default("42") long seed)
    implements RunConfig {

  /** Whether the sentences come with spaces between all words and marks. */
  boolean tokenised() {
    return data.isTokenised(text.tokenizer());
  }
}
