package org.unroll.core.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.unroll.core.app.Net;
import org.unroll.core.app.Task;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.ModelBundle.Extras;
import org.unroll.core.run.RunDirectory;

/**
 * What is left to learn once the best epoch is known: the calibration of its net, and simple models
 * that can answer in its place.
 */
final class Calibration {
  private Calibration() {}

  /**
   * Calibrates by the best epoch's net, whose bundle then holds all that was learnt. That of a
   * refitted run is the one before the refit: the other has seen the validation data. Done again
   * after an interruption, with the same result.
   *
   * @param extras asked for afterwards
   */
  static void of(RunDirectory run, Task<?, ?> task, BundledNets nets, Supplier<Extras> extras) {
    Path best = Files.exists(run.chosen()) ? run.chosen() : run.model();
    try (Net net = nets.open(best)) {
      if (task.calibrates()) {
        task.calibrate(net.doing("calibrating"));
      }
      task.fitModels();
      ModelBundle.write(best, net.graph(), extras.get(), TrainingState.read(best));
    }
  }
}
