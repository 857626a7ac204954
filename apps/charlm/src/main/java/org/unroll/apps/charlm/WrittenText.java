package org.unroll.apps.charlm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.OneLine;
import org.unroll.core.app.Prediction;

/**
 * What a net wrote.
 *
 * @param prompt that it went on from
 * @param text that follows the prompt
 * @param number of texts that were written before it
 */
public record WrittenText(String prompt, String text, @JsonIgnore int number)
    implements Prediction {
  private static final String BETWEEN = "─".repeat(8);

  /** A line of another kind stands before all but the first. */
  @Override
  public List<String> toLines() {
    List<String> lines = new ArrayList<>(number == 0 ? List.of() : List.of(BETWEEN));
    OneLine.lines(prompt + text).lines().forEach(lines::add);
    return lines;
  }
}
