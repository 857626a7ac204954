package org.unroll.core.layer.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;

/**
 * A layer's own handle on oneDNN, and the memory that its programs use in turn. Owned by one
 * thread.
 */
final class CellLibrary implements AutoCloseable {
  private final NativeObjects objects = new NativeObjects();
  private final NativeBuffer workspace = new NativeBuffer();
  private final NativeBuffer scratchpad = new NativeBuffer();
  private final NativeBuffer turnedWeights = new NativeBuffer();
  private final NativeBuffer turnedRecurrent = new NativeBuffer();
  private final engine engine = objects.own(new engine(org.bytedeco.dnnl.engine.kind.cpu, 0));
  private final stream stream = objects.own(new stream(engine));

  engine engine() {
    return engine;
  }

  stream stream() {
    return stream;
  }

  /** What a forward pass in training leaves for the backward pass. */
  NativeBuffer workspace() {
    return workspace;
  }

  /** Of use while a primitive runs only. */
  NativeBuffer scratchpad() {
    return scratchpad;
  }

  NativeBuffer turnedWeights() {
    return turnedWeights;
  }

  NativeBuffer turnedRecurrent() {
    return turnedRecurrent;
  }

  @Override
  public void close() {
    workspace.close();
    scratchpad.close();
    turnedWeights.close();
    turnedRecurrent.close();
    objects.close();
  }
}
