package org.unroll.core.app;

import java.util.OptionalInt;
import org.unroll.core.config.Device;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UiConfig;
import org.unroll.core.graph.node.GraphSpec;

/** What the config of every app holds; each app's own record adds its {@code data} section. */
public interface RunConfig {
  /** Version of the file's form. */
  int format();

  /** Name of the app the file is for. */
  String app();

  GraphSpec graph();

  TrainConfig train();

  UiConfig ui();

  /** Where the net runs; never falls back silently. */
  Device device();

  /** Threads of the native code; empty to measure what is fastest. */
  OptionalInt threads();

  /** Everything random in a run follows from it. */
  long seed();
}
