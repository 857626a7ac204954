package org.unroll.core.inspect;

import java.util.List;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;

/**
 * {@code inspection.json}: what the recurrent layers of a run's best net do on a few training
 * examples.
 *
 * @param examples how many
 * @param steps that the longest of them has, of those that were looked at
 * @param gradients by the states, as they are drawn; to be put beside those of other runs
 * @param panels in the order in which they are shown
 */
public record Inspection(
    int format, int examples, int steps, List<GradientCurve> gradients, List<Panel> panels) {
  private static final int FORMAT = 1;

  public Inspection {
    gradients = List.copyOf(gradients);
    panels = List.copyOf(panels);
  }

  Inspection(int examples, int steps, List<GradientCurve> gradients, List<Panel> panels) {
    this(FORMAT, examples, steps, gradients, panels);
  }

  public void write(RunDirectory run) {
    AtomicFile.writeJson(run.inspection(), this);
  }

  /**
   * Empty if the run has none.
   *
   * @throws UserError if it cannot be read, or a newer version wrote it
   */
  public static Optional<Inspection> read(RunDirectory run) {
    Optional<Inspection> read = Json.readIfThere(run.inspection(), Inspection.class);
    if (read.isPresent() && read.get().format > FORMAT) {
      throw new UserError(
          "%s is of format %d, and this version knows those up to %d: use a newer version"
              .formatted(run.inspection(), read.get().format, FORMAT));
    }
    return read;
  }

  /** How many examples and steps it is of, for readers. */
  public String scope() {
    return (examples == 1 ? "1 training example" : examples + " training examples")
        + (steps == 1 ? " of 1 step" : " of up to " + steps + " steps");
  }
}
