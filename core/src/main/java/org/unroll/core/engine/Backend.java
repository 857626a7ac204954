package org.unroll.core.engine;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.unroll.core.UserError;
import org.unroll.core.config.Device;
import org.unroll.core.layer.array.NativeBuild;
import org.unroll.core.layer.recurrent.EngineChoice;

/** The ND4J backend on the class path and how many threads it may use. */
public final class Backend {
  /** The fact that tells the number of threads of native code. */
  public static final String THREADS = "omp-threads";

  /** The fact that tells how many parts of a batch are computed at the same time. */
  public static final String PARTS = "batch-parts";

  private Backend() {}

  /**
   * Loads the backend and sets it up for a run.
   *
   * @param threads of native code; empty for all processors
   * @return how the run may share them out, as {@link Threads#of}; on a GPU there is nothing to
   *     share
   * @throws UserError if {@code device} asks for another backend than the one that was built in
   */
  public static Threads prepare(Device device, OptionalInt threads) {
    boolean cuda = isCuda();
    if (device == Device.CUDA && !cuda) {
      throw new UserError(
          "device: cuda, but this build has the CPU backend: build with mvn install -Pcuda -DskipTests, or set device: cpu");
    }
    if (device == Device.CPU && cuda) {
      throw new UserError(
          "device: cpu, but this build has the CUDA backend: build without -Pcuda, or set device: cuda");
    }
    Threads shared = cuda ? Threads.ONE : Threads.of(threads);
    if (!cuda) {
      useThreads(shared.each());
    }
    return shared;
  }

  /** From now on, for native code called from this thread. */
  public static void useThreads(int threads) {
    useThreadsHere(threads);
    Nd4j.factory().blas().setMaxThreads(threads); // of all threads
  }

  /** As {@link #useThreads} on a further thread. */
  static void useThreadsHere(int threads) {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
  }

  /**
   * Does independent pieces of work on all processors, whose native code gets one thread each: BLAS
   * with several adds up in another order. A GPU is asked by one thread.
   */
  public static void oneThreadEach(IntStream pieces, IntConsumer work) {
    if (isCuda()) {
      pieces.forEach(work);
      return;
    }
    int threads = threads();
    useThreads(1);
    try {
      pieces.parallel().forEach(work);
    } finally {
      useThreads(threads);
    }
  }

  private static int threads() {
    return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
  }

  public static boolean isCuda() {
    return !Nd4j.getBackend().getClass().getSimpleName().startsWith("Cpu");
  }

  /** What a number may depend on, for provenance and {@code doctor}. */
  public static Map<String, String> describe() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("backend", isCuda() ? "cuda" : "cpu");
    facts.put("blas", String.valueOf(Nd4j.factory().blas().getBlasVendor()));
    facts.put("blas-threads", String.valueOf(Nd4j.factory().blas().getMaxThreads()));
    facts.put(THREADS, String.valueOf(threads()));
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    facts.put("deeplearning4j", "1.0.0-M2.1");
    facts.put("nd4j-build", NativeBuild.here().toString());
    facts.put("recurrent-layers", EngineChoice.describe());
    return facts;
  }
}
