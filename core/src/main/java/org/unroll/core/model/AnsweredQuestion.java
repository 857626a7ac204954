package org.unroll.core.model;

import java.util.List;
import java.util.Locale;
import org.unroll.core.UserError;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Task;
import org.unroll.core.report.Figures;
import org.unroll.core.report.Html;
import org.unroll.core.ui.Answering.Asked;

/** What a net says to one question, as HTML: its words, and what led to them. */
final class AnsweredQuestion {
  private static final int LINES = 200;

  private AnsweredQuestion() {}

  /**
   * @param place of the question among those asked before: what is drawn follows from it
   */
  static <I, O extends Prediction> String of(TrainedModel<I, O> model, Asked asked, int place) {
    long began = System.nanoTime();
    I input = input(model, asked);
    // closing it would close the net, which is asked again
    Predictor<I, O> predictor = model.predictor();
    O answer = predictor.predict(List.of(input), new int[] {place}, Pieces.NONE).get(0);
    Html html = new Html();
    addLines(html, answer.toLines());
    predictor
        .explained(input, answer)
        .ifPresent(
            sample -> html.raw("<div class=\"sample\">" + Figures.ofAnswer(sample) + "</div>"));
    double seconds = (System.nanoTime() - began) / 1e9;
    String how = String.format(Locale.ROOT, "%s, %.2f s", model.run().name(), seconds);
    return html.element("p", "hint", how).toString();
  }

  private static <I> I input(TrainedModel<I, ?> model, Asked asked) {
    Task<I, ?> task = model.task();
    if (asked.file().isEmpty()) {
      return task.parse(asked.text());
    }
    List<I> inputs = model.inputs(asked.file().get());
    if (inputs.isEmpty()) {
      throw new UserError("there is nothing in the file that could be answered");
    }
    return inputs.get(0);
  }

  private static void addLines(Html html, List<String> lines) {
    html.raw("<pre class=\"said\" id=\"said\">");
    for (String line : lines.subList(0, Math.min(LINES, lines.size()))) {
      html.raw(Html.escape(line));
    }
    if (lines.size() > LINES) {
      html.raw("… and " + (lines.size() - LINES) + " more");
    }
    html.raw("</pre>");
  }
}
