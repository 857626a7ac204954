package org.unroll.apps.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.unroll.core.app.Prediction;
import org.unroll.core.model.SharedModel;
import org.unroll.datasets.text.TextInput;

/**
 * A net that is asked with texts. Thread-safe.
 *
 * @param <O> what it answers with
 */
public abstract sealed class TextNet<O extends Prediction> extends TrainedNet<TextInput, O>
    permits Sentiment, SentimentLabels, Translator, CharacterModel {
  TextNet(SharedModel<TextInput, O> model) {
    super(model);
  }

  /** Waits for the answer to one text. */
  public O predict(String text) {
    return predict(new TextInput(text));
  }

  /** Waits for one answer for each text, in their order; one bad text fails all of them. */
  public List<O> predictTexts(List<String> texts) {
    return predict(texts.stream().map(TextInput::new).toList());
  }

  /** Asks and does not wait; see {@link #submit(Object)}. */
  public CompletableFuture<O> submit(String text) {
    return submit(new TextInput(text));
  }
}
