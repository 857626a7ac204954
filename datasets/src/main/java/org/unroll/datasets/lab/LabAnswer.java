package org.unroll.datasets.lab;

import java.util.List;
import org.unroll.core.app.Prediction;

/**
 * What a net says of an example, beside what is right.
 *
 * @param answer of the net
 * @param truth as the task has it
 */
public record LabAnswer(String answer, String truth) implements Prediction {
  @Override
  public List<String> toLines() {
    return List.of(answer.equals(truth) ? answer : answer + " (right: " + truth + ")");
  }
}
