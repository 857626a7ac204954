package org.unroll.core.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Task;

/**
 * Asks a net about rows and writes an answer for each, in their order, and an empty one where a row
 * could not be read.
 *
 * @param chunk how many are asked about at once
 * @param progress told of each chunk
 */
record RowAnswers<I, O extends Prediction>(
    Task<I, O> task,
    Predictor<I, O> predictor,
    PredictionOutput output,
    PageOptions pages,
    int chunk,
    ChunkProgress progress) {
  /**
   * @param kept what is written beside each answer, by column
   */
  void write(List<AskedRow<I>> rows, List<Map<String, String>> kept) {
    int answered = 0;
    for (int from = 0; from < rows.size(); from += chunk) {
      int to = Math.min(rows.size(), from + chunk);
      List<AskedRow<I>> some = rows.subList(from, to);
      progress.begin(some.size());
      List<I> inputs = AskedRow.inputs(some);
      int[] places = IntStream.range(answered, answered + inputs.size()).toArray();
      List<O> answers =
          inputs.isEmpty() ? List.of() : predictor.predict(inputs, places, Pieces.NONE);
      answered += inputs.size();
      pages.add(
          answers,
          i -> task.wholePicture(inputs.get(i)),
          i -> predictor.explained(inputs.get(i), answers.get(i)));
      output.writeRows(answered(some, kept.subList(from, to), answers));
      progress.end();
    }
  }

  private List<AnsweredRow> answered(
      List<AskedRow<I>> rows, List<Map<String, String>> kept, List<O> answers) {
    List<AnsweredRow> answered = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      Optional<I> input = rows.get(i).input();
      Optional<O> answer = input.isPresent() ? Optional.of(answers.get(next++)) : Optional.empty();
      answered.add(new AnsweredRow(kept.get(i), input, answer));
    }
    return answered;
  }
}
