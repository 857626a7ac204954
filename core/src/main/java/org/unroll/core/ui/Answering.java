package org.unroll.core.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.app.Question;

/** Who answers what is asked on the Play page. Thread-safe. */
public interface Answering {
  /**
   * What is asked.
   *
   * @param text as typed; empty with a file
   * @param file that was sent
   */
  record Asked(String text, Optional<Path> file) {}

  /**
   * What a run is asked with.
   *
   * @throws UserError if it cannot be asked
   */
  Question question(Path run);

  /**
   * An answer as an HTML fragment that needs {@code figures.css}.
   *
   * @throws UserError if the run cannot answer that
   */
  String answer(Path run, Asked asked);
}
