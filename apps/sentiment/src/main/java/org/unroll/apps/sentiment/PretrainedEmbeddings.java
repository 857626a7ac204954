package org.unroll.apps.sentiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Derived;
import org.unroll.core.data.Progress;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.PretrainedVectors;

/** Puts pre-trained word vectors into the embeddings that name a file of them. */
final class PretrainedEmbeddings {
  private final SentimentConfig config;
  private final FittedText<?> fitted;
  private final List<LabelledText> training;

  PretrainedEmbeddings(SentimentConfig config, FittedText<?> fitted, List<LabelledText> training) {
    this.config = config;
    this.fitted = fitted;
    this.training = training;
  }

  void putInto(Net net, DataAccess access) {
    for (Map.Entry<String, NodeSpec> node : config.graph().nodes().entrySet()) {
      if (node.getValue() instanceof Embedding embedding && embedding.vectors().isPresent()) {
        PretrainedVectors vectors =
            read(
                PlainTextFile.path(
                    "graph." + node.getKey() + ".vectors", embedding.vectors().get()),
                embedding.size(),
                access.progress());
        net.setWeights(node.getKey(), vectors.toArray()); // [vocabulary, size]
        List<int[]> words =
            fitted.numbers(fitted.tokens(Derived.of(training, LabelledText::input)));
        PretrainedVectors.Coverage coverage = vectors.coverage(words);
        access
            .notices()
            .accept(
                String.format(
                    Locale.ROOT,
                    "%s: %s has %.1f %% of the vocabulary, %.1f %% of the training words",
                    node.getKey(),
                    embedding.vectors().get(),
                    100 * coverage.vocabulary(),
                    100 * coverage.tokens()));
      }
    }
  }

  private PretrainedVectors read(Path file, int size, Progress progress) {
    try {
      return PretrainedVectors.read(
          file, fitted.encoder().vocabulary(), size, config.seed(), progress);
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }
}
