package org.unroll.apps.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.Prediction;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;
import org.unroll.core.model.Unroll;

/**
 * Which runs a class of this package opens.
 *
 * @param app that the run is of
 * @param inputs what its net is asked with
 * @param outputs what it answers with
 */
record Door<I, O extends Prediction>(String app, Class<I> inputs, Class<O> outputs) {
  private static final Map<String, String> CLASSES =
      Map.of(
          "sentiment", "Sentiment (of several labels: SentimentLabels)",
          "forecast", "Forecaster",
          "video", "FrameLabeller",
          "translate", "Translator",
          "caption", "Captioner",
          "charlm", "CharacterModel");

  /**
   * @throws UserError if the run is of another app, gives other answers, or cannot be read
   */
  SharedModel<I, O> open(Path run, Sharing sharing, String... settings) {
    String found = Unroll.appOf(run);
    if (!found.equals(app)) {
      throw new UserError(
          "%s is a run of %s, not of %s: open it with %s"
              .formatted(run, found, app, CLASSES.getOrDefault(found, "Unroll.load")));
    }
    SharedModel<?, ?> model = SharedModel.open(run, sharing, List.of(settings));
    if (model.outputType() == outputs) {
      return model.as(inputs, outputs);
    }
    model.close();
    throw new UserError(
        "%s answers with %s, not with %s: open it with %s"
            .formatted(
                run,
                model.outputType().getSimpleName(),
                outputs.getSimpleName(),
                CLASSES.get(found)));
  }
}
