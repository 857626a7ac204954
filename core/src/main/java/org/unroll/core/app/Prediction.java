package org.unroll.core.app;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/** What a net says about one input: a JSON record that can also be shown as lines of text. */
public interface Prediction {
  /** For the terminal, which shows each as one line whatever it holds. */
  List<String> toLines();

  /** What is said before each of its lines where there are several answers; mostly nothing. */
  default Optional<String> about() {
    return Optional.empty();
  }

  /** Whether its lines are a text, which a rule parts from the next one on the terminal. */
  @JsonIgnore // else a column of every file of answers
  default boolean isPassage() {
    return false;
  }

  /**
   * The rows of a CSV file if an answer is a table of its own, such as a forecast with a row an
   * hour; empty if it is one row, beside its input.
   */
  default List<?> rows() {
    return List.of();
  }

  /** Where the net looked; empty if it does not look anywhere. */
  default Optional<Alignment> looked() {
    return Optional.empty();
  }

  /** The picture that it is about, to be shown with it; empty if there is none. */
  default Optional<Sample.Picture> pictured() {
    return Optional.empty();
  }
}
