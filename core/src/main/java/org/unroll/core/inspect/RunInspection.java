package org.unroll.core.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.app.Net;
import org.unroll.core.app.Task;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.RunDirectory;

/** Inspects the net that a run keeps. */
public final class RunInspection {
  private RunInspection() {}

  /**
   * Reads the first training batch of the task and writes {@code inspection.json}.
   *
   * @param examples that are looked at, at most
   * @return empty, and nothing is written, if the net has no recurrent layer
   * @throws org.unroll.core.UserError if there is no net, or the training data cannot be read
   */
  public static Optional<Inspection> of(RunDirectory run, Task<?, ?> task, int examples) {
    try (Net net = new Net(ModelBundle.readAnswering(run.model()))) {
      MultiDataSet batch = task.training().get(0, 0).data();
      Optional<Inspection> inspection =
          Inspector.inspect(net.graph(), batch, examples, Spectra.read(run));
      inspection.ifPresent(each -> each.write(run));
      return inspection;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + run.spectrum(), e);
    }
  }
}
