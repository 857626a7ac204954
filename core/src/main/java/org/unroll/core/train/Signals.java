package org.unroll.core.train;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Takes Ctrl-C and SIGTERM before the JVM sees them. A shutdown hook is too late for a training:
 * other hooks run beside it, such as that of the stored charts, and close what it still writes to.
 *
 * <p>Java's only way is {@code sun.misc.Signal} of the module {@code jdk.unsupported}. It is
 * reached by reflection, since the compiler's warning about its name cannot be suppressed.
 * Thread-safe.
 */
public final class Signals implements AutoCloseable {
  private final Map<Object, Object> handlersBefore = new LinkedHashMap<>();
  private final Method handle;

  /**
   * @param action given the signal's number on a thread of the JVM's at the first one; a second one
   *     does what it did before, which is to end the JVM
   */
  public Signals(IntConsumer action) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      handle = signalType.getMethod("handle", signalType, handlerType);
      Method number = signalType.getMethod("getNumber");
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> {
                close();
                action.accept((Integer) number.invoke(arguments[0]));
                return null;
              });
      for (String name : new String[] {"INT", "TERM"}) {
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        handlersBefore.put(signal, handle.invoke(null, signal, handler));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot see Ctrl-C on this JVM", e);
    }
  }

  /**
   * Does some work with signals taken.
   *
   * @param action as of the constructor
   */
  public static <T> T during(IntConsumer action, Supplier<T> work) {
    Signals signals = new Signals(action);
    try {
      return work.get();
    } finally {
      signals.close();
    }
  }

  /** Signals do again what they did before. */
  @Override
  public synchronized void close() {
    try {
      for (Map.Entry<Object, Object> before : handlersBefore.entrySet()) {
        handle.invoke(null, before.getKey(), before.getValue());
      }
      handlersBefore.clear();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot give back Ctrl-C", e);
    }
  }
}
