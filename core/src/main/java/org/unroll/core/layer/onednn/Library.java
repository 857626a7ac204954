package org.unroll.core.layer.onednn;

import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;

/**
 * A layer's own handle on oneDNN, and the memory that its programs use in turn. Owned by one
 * thread.
 */
final class Library implements AutoCloseable {
  private final NativeObjects objects = new NativeObjects();
  private final Map<Room, NativeBuffer> rooms = new EnumMap<>(Room.class);
  private final engine engine = objects.own(new engine(org.bytedeco.dnnl.engine.kind.cpu, 0));
  private final stream stream = objects.own(new stream(engine));

  /** What a piece of memory is for. */
  enum Room {
    /** What a forward pass in training leaves for the backward pass. */
    WORKSPACE,
    /** Of use while a primitive runs only. */
    SCRATCHPAD,
    /** Weights in oneDNN's order, as those below. */
    WEIGHTS,
    RECURRENT_WEIGHTS,
    BIAS,
    INPUT,
    OUTPUT
  }

  engine engine() {
    return engine;
  }

  stream stream() {
    return stream;
  }

  NativeBuffer room(Room room) {
    return rooms.computeIfAbsent(room, key -> new NativeBuffer());
  }

  @Override
  public void close() {
    rooms.values().forEach(NativeBuffer::close);
    rooms.clear();
    objects.close();
  }
}
