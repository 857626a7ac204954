package org.example;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.unroll.apps.api.Sentiment;
import org.unroll.core.UserError;
import org.unroll.datasets.labelled.ClassPrediction;

/** Asks the net of a run: {@code AskReviews RUN TEXT…}. */
public final class AskReviews {
  private AskReviews() {}

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: AskReviews RUN TEXT...");
      return;
    }
    List<String> texts = List.of(arguments).subList(1, arguments.length);
    try (Sentiment sentiment = Sentiment.load(Path.of(arguments[0]))) {
      List<ClassPrediction> answers = sentiment.predictTexts(texts);
      for (int i = 0; i < texts.size(); i++) {
        ClassPrediction answer = answers.get(i);
        System.out.printf(
            Locale.ROOT, "%s %.3f %s%n", answer.label(), answer.probability(), texts.get(i));
      }
    } catch (UserError e) {
      System.err.println(e.getMessage());
    }
  }
}
