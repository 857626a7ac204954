package org.unroll.apps.translate;

import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.pair.PairData;

@Doc("Sentence to sentence: an encoder reads one language, a decoder writes the other.")
record TranslateConfig(
    @Inline RunSettings run, PairData data, TranslateText text, @Default("{}") DecodeConfig decode)
    implements RunConfig {

  /** Whether the sentences come with spaces between all words and marks. */
  boolean tokenised() {
    return text.tokenise() || data.isTokenised(text.pieces().tokenizer());
  }
}
