package org.unroll.apps.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.apps.video.VideoInput;
import org.unroll.apps.video.VideoPrediction;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.harness.TinyRuns;
import org.unroll.core.model.Sharing;
import org.unroll.datasets.labelled.ClassPrediction;
import org.unroll.datasets.labelled.LabelsPrediction;
import org.unroll.datasets.pair.Translation;
import org.unroll.datasets.stream.WrittenText;
import org.unroll.datasets.text.TextInput;
import org.unroll.datasets.window.ForecastPrediction;

@Timeout(120)
class DoorsIT {
  /** All that are asked within two seconds are one batch. */
  private static final Sharing TOGETHER = Sharing.DEFAULT.withLongestWait(Duration.ofSeconds(2));

  @TempDir private Path folder;
  private TinyRuns runs;

  @BeforeEach
  void setUp() {
    runs = new TinyRuns(folder);
  }

  @Test
  void sentimentAnswersTheSameWhoeverSharesTheBatch() throws IOException {
    List<String> texts =
        List.of("dull", "not bad at all but the plot is dull", "é", "it is superb");
    try (Sentiment sentiment = Sentiment.load(runs.sentiment(), TOGETHER, "threads=1")) {
      List<CompletableFuture<ClassPrediction>> shared =
          texts.stream().map(sentiment::submit).toList();
      for (int i = 0; i < texts.size(); i++) {
        ClassPrediction alone = sentiment.predict(List.of(new TextInput(texts.get(i)))).get(0);
        ClassPrediction together = shared.get(i).join();
        assertThat(together.label()).isEqualTo(alone.label());
        assertThat(together.probability()).isCloseTo(alone.probability(), within(1e-5));
      }
    }
  }

  @Test
  void aTextThatIsNoneFailsAlone() throws IOException {
    try (Sentiment sentiment = Sentiment.load(runs.sentiment(), TOGETHER)) {
      CompletableFuture<ClassPrediction> bad = sentiment.submit(new TextInput(null));
      CompletableFuture<ClassPrediction> good = sentiment.submit("it is dull");

      assertThat(good.join().probabilities()).containsOnlyKeys("good", "bad");
      assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class);
    }
  }

  @Test
  void aRunOfAnotherAppIsNamedWithItsClass() throws IOException {
    Path run = runs.sentiment();

    assertThatThrownBy(() -> Translator.load(run))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("is a run of sentiment, not of translate", "Sentiment");
    assertThatThrownBy(() -> SentimentLabels.load(run))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("answers with ClassPrediction, not with LabelsPrediction");
    assertThatThrownBy(() -> Sentiment.load(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no run at");
  }

  @Test
  void setsOfLabels() throws IOException {
    try (SentimentLabels films = SentimentLabels.load(runs.labels())) {
      LabelsPrediction answer = films.predict("a ghost");
      assertThat(answer.probabilities()).containsOnlyKeys("horror", "comedy");
    }
  }

  @Test
  void translations() throws IOException {
    List<String> texts = List.of("a cat .", "the dog .", "the cat . a dog .", "");
    try (Translator translator = Translator.load(runs.translate(), TOGETHER)) {
      assertSameTogether(translator, texts, Translation::translation);
    }
  }

  @Test
  void drawnTranslationsDoNotHangOnTheirPlace() throws IOException {
    List<String> texts = List.of("a cat .", "the dog .", "a cat .");
    try (Translator translator =
        Translator.load(runs.translate(), TOGETHER, "decode={beam: 1, temperature: 1}")) {
      assertSameTogether(translator, texts, Translation::translation);
    }
  }

  private static <O extends Prediction> void assertSameTogether(
      TextNet<O> net, List<String> texts, java.util.function.Function<O, String> said) {
    List<CompletableFuture<O>> shared = texts.stream().map(net::submit).toList();
    List<String> together = shared.stream().map(CompletableFuture::join).map(said).toList();
    List<String> alone = new ArrayList<>();
    texts.forEach(text -> alone.add(said.apply(net.predict(text))));

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void textsGoOn() throws IOException {
    List<String> prompts = List.of("the cat", "t", "", "the dog ran.");
    String greedy = "decode={temperature: null, length: 12}";
    try (CharacterModel model = CharacterModel.load(runs.charlm(), TOGETHER, greedy)) {
      assertSameTogether(model, prompts, WrittenText::text);
      assertThat(model.predict("the ").text()).hasSize(12);
    }
  }

  @Test
  void forecastsOfATable() throws IOException {
    try (Forecaster forecaster = Forecaster.load(runs.forecast(), TOGETHER)) {
      ForecastPrediction answer = forecaster.predict(runs.load());

      assertThat(answer.times()).hasSize(4).first().asString().startsWith("2024-03-06");
      assertThat(forecaster.predictFile(runs.load())).containsExactly(answer);
    }
  }

  @Test
  void labelsOfFrames() throws IOException {
    Path table = runs.recordings();
    try (FrameLabeller labeller = FrameLabeller.load(runs.video())) {
      List<VideoPrediction> answers = labeller.predictFile(table);

      assertThat(answers).hasSize(4);
      assertThat(answers.get(0).labels()).hasSize(10).containsAnyOf("0", "1");
      assertThatThrownBy(() -> labeller.predict(table))
          .isInstanceOf(UserError.class)
          .hasMessageContainingAll("holds 4 inputs", "predictFile");
      assertThatThrownBy(() -> labeller.predict(VideoInput.of("none.mp4")))
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void sentencesForPictures() throws IOException {
    try (Captioner captioner = Captioner.load(runs.caption(), TOGETHER)) {
      Path picture = runs.picture(1);

      assertThat(captioner.predict(picture).caption())
          .isEqualTo(captioner.predictFile(picture).get(0).caption());
      assertThatThrownBy(() -> captioner.predict(folder.resolve("none.png")))
          .isInstanceOf(UserError.class);
    }
  }
}
