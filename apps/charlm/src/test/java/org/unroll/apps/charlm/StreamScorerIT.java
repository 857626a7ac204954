package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.app.Net;
import org.unroll.core.data.DataAccess;
import org.unroll.core.harness.Unroll;
import org.unroll.core.metric.StreamAnswers;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.run.RunDirectory;
import org.unroll.datasets.stream.SymbolText;

/** Rows read side by side with a lead give the score of the whole text read at one go. */
class StreamScorerIT {
  @TempDir private Path folder;

  private TrainedModel<?, ?> model(String threads) throws java.io.IOException {
    Path run = folder.resolve("run");
    List<String> settings = TinyText.settings(TinyText.write(folder));
    settings.add("train.epochs=3");
    if (!java.nio.file.Files.exists(run)) {
      Unroll trained = Unroll.run(TinyText.train(run, settings));
      assertThat(trained.exitCode()).as(trained.err()).isZero();
    }
    DataAccess access = new DataAccess(true, notice -> {});
    RunDirectory directory = RunDirectory.open("charlm", run.toString());
    return TrainedModel.open(new CharlmApp(), directory, access, List.of("threads=" + threads));
  }

  private static SymbolText random(int length, int size) {
    Random random = new Random(7);
    int[] numbers = new int[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = random.nextInt(size);
    }
    return SymbolText.of(numbers);
  }

  private static double whole(Net net, SymbolText text, int size) {
    float[] read = new float[text.length() - 1];
    for (int i = 0; i < read.length; i++) {
      read[i] = text.at(i);
    }
    INDArray input = Nd4j.createFromArray(read).reshape(1, 1, read.length); // [1, 1, t]
    INDArray output = net.graph().output(input)[0]; // [1, size, t]
    double nats = 0;
    for (int i = 1; i < text.length(); i++) {
      nats -= Math.log(output.getDouble(0, text.at(i), i - 1));
    }
    return nats / (text.length() - 1);
  }

  @Test
  void aTextReadByRowsIsTheTextReadAtOnce() throws java.io.IOException {
    try (TrainedModel<?, ?> model = model("1")) {
      int size = model.task().ports().outputSize();
      int[] characters = new int[size];
      java.util.Arrays.fill(characters, 1);
      for (int length : List.of(2, 3, 130, 257, 2_000)) {
        SymbolText text = random(length, size);
        StreamAnswers score = new StreamScorer(text, characters).score(model.net());
        assertThat(LongStream.of(score.symbols()).sum()).isEqualTo(length - 1L);
        assertThat(score.score().metrics().get("nats"))
            .isCloseTo(whole(model.net(), text, size), within(1e-4));
      }
    }
  }

  @Test
  void threadsChangeNothing() throws java.io.IOException {
    StreamAnswers one;
    try (TrainedModel<?, ?> model = model("1")) {
      int size = model.task().ports().outputSize();
      one = new StreamScorer(random(5_000, size), new int[size]).score(model.net());
    }
    try (TrainedModel<?, ?> model = model("2")) {
      int size = model.task().ports().outputSize();
      assertThat(new StreamScorer(random(5_000, size), new int[size]).score(model.net()))
          .usingRecursiveComparison()
          .isEqualTo(one);
    }
  }
}
