package org.unroll.core.layer.array;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.BaseShapeInfoProvider;

/**
 * Keeps what ND4J describes arrays by. ND4J makes it anew for every array and every view, in native
 * code and with an object for the collector behind one lock, which took a twelfth of the training
 * of a small net and more where several threads train. A GPU's descriptions belong to a device, and
 * are left to ND4J. Thread-safe.
 */
public final class CachedShapes extends BaseShapeInfoProvider {
  /** The system property that names the class, which ND4J reads when it starts. */
  static final String PROPERTY = "shapeinfoprovider";

  /** Far more than a training has; they are small. */
  private static final int MOST = 100_000;

  private final Map<Key, Pair<DataBuffer, long[]>> known = new ConcurrentHashMap<>();

  private record Key(
      long[] shape, long[] stride, long ews, char order, DataType type, boolean empty) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && order == key.order
          && type == key.type
          && ews == key.ews
          && empty == key.empty
          && Arrays.equals(shape, key.shape)
          && Arrays.equals(stride, key.stride);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(shape) + Arrays.hashCode(stride) + order + type.ordinal();
    }
  }

  /** Has ND4J use it on the CPU. To be called before ND4J starts; later it does nothing. */
  public static void use() {
    if (CachedShapes.class.getResource("/nd4j-native.properties") != null) {
      System.setProperty(PROPERTY, CachedShapes.class.getName());
    }
  }

  @Override
  public Pair<DataBuffer, long[]> createShapeInformation(
      long[] shape, long[] stride, long ews, char order, DataType type, boolean empty) {
    Pair<DataBuffer, long[]> found = known.get(new Key(shape, stride, ews, order, type, empty));
    if (found != null) {
      return found;
    }
    Pair<DataBuffer, long[]> made =
        super.createShapeInformation(shape, stride, ews, order, type, empty);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(new Key(shape.clone(), stride.clone(), ews, order, type, empty), made);
    return made;
  }

  @Override
  public void purgeCache() {
    known.clear();
  }
}
