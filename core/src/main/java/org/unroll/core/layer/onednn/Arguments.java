package org.unroll.core.layer.onednn;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays that a oneDNN primitive reads and writes, by oneDNN's numbers. Not thread-safe. */
final class Arguments {
  private final engine engine;
  private final NativeObjects objects;
  private final IntMemoryMap map;
  private final Map<Integer, memory> memories = new HashMap<>();
  private final Map<Integer, Long> bytes = new HashMap<>();

  Arguments(engine engine, NativeObjects objects) {
    this.engine = engine;
    this.objects = objects;
    this.map = objects.own(new IntMemoryMap());
  }

  /** Adds an argument whose array is told later. */
  void add(int number, memory.desc shape) {
    add(number, objects.own(new memory(shape, engine, (Pointer) null)));
    bytes.put(number, shape.get_size());
  }

  /** Adds an argument of another primitive, which binds it. */
  void add(int number, memory array) {
    map.put(number, array);
    memories.put(number, array);
  }

  /** Size of an argument that was added by its description. */
  long bytes(int number) {
    return bytes.get(number);
  }

  /** The array must stay where it is until the primitive has run. */
  void bind(int number, Pointer data) {
    memories.get(number).set_data_handle(data);
  }

  /**
   * @param array dense, in the order that was described
   */
  void bind(int number, INDArray array) {
    bind(number, array.data().addressPointer()); // which knows the offset of a view
  }

  IntMemoryMap map() {
    return map;
  }

  memory get(int number) {
    return memories.get(number);
  }
}
