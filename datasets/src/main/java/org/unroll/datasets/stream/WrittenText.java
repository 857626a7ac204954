package org.unroll.datasets.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.unroll.core.OneLine;
import org.unroll.core.app.Prediction;

/**
 * What a net wrote.
 *
 * @param prompt that it went on from
 * @param text that follows the prompt
 */
public record WrittenText(String prompt, String text) implements Prediction {
  @Override
  public List<String> toLines() {
    return OneLine.lines(prompt + text).lines().toList();
  }

  @Override
  @JsonIgnore // of the terminal, no column
  public boolean isPassage() {
    return true;
  }
}
