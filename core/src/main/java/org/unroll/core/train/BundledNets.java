package org.unroll.core.train;

import java.nio.file.Path;
import org.unroll.core.app.Net;
import org.unroll.core.data.Progress;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.ModelBundle;

/**
 * Opens the nets that a run has written.
 *
 * @param progress told of what they do
 */
record BundledNets(Threads threads, Progress progress) {
  /** The caller closes it. */
  Net open(Path bundle) {
    return new Net(new Replicas(ModelBundle.readGraph(bundle), threads)).telling(progress);
  }
}
