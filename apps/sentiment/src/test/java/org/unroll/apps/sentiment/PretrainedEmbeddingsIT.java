package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.ModelBundle;
import org.unroll.datasets.text.Vocabulary;

class PretrainedEmbeddingsIT {
  @TempDir private Path folder;

  @Test
  void frozenVectorsOfAFileAreInTheTrainedNet() throws IOException {
    Path vectors =
        Files.writeString(
            folder.resolve("vectors.txt"), "superb 1 2 3 4\ndull -1 -2 -3 -4\nunheard 9 9 9 9\n");
    Path run = folder.resolve("run");
    List<String> more = new ArrayList<>();
    for (String setting :
        List.of(
            "graph.embed.vectors=" + vectors,
            "graph.embed.size=4",
            "graph.embed.frozen=true",
            "train.epochs=2")) {
      more.addAll(List.of("-s", setting));
    }
    Unroll trained =
        Unroll.run(TinyReviews.train(TinyReviews.write(folder), run, more.toArray(String[]::new)));

    assertThat(trained.exitCode()).isZero();
    // 2 of 15 words of the vocabulary; 8 of the 46 running words are "superb" or "dull"
    assertThat(trained.out()).containsPattern("has \\d+\\.\\d % of the vocabulary, \\d+\\.\\d %");
    Path fitted = Files.createDirectory(folder.resolve("fitted"));
    ModelBundle.extractFitted(run.resolve("model.zip"), fitted);
    int superb = Vocabulary.load(fitted.resolve("vocabulary.json")).number("superb");
    ComputationGraph graph = ModelBundle.readGraph(run.resolve("model.zip"));
    INDArray weights = graph.getParam("embed_W"); // [vocabulary, size]
    assertThat(weights.getRow(superb).toFloatVector()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void vectorsOfAnotherSizeAreRefused() throws IOException {
    Path vectors = Files.writeString(folder.resolve("vectors.txt"), "superb 1 2 3\n");
    Unroll trained =
        Unroll.run(
            TinyReviews.train(
                TinyReviews.write(folder),
                folder.resolve("run"),
                "-s",
                "graph.embed.vectors=" + vectors));

    assertThat(trained.exitCode()).isEqualTo(2);
    assertThat(trained.err()).contains("vectors.txt:1", "size 8").doesNotContain("\tat ");
  }
}
