package org.unroll.apps.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.parallel.ArrayWire;
import org.unroll.core.parallel.GroupAddress;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.parallel.Wire;

/**
 * How fast two processes of a group exchange arrays over loopback, packing included.
 *
 * @param bytesPerSecond of an array there and back, both ways alike
 * @param roundTripSeconds of a byte there and back
 */
record WireSpeed(double bytesPerSecond, double roundTripSeconds) {
  private static final int NUMBERS = 1 << 20;
  private static final int ROUNDS = 15;

  /** Medians. */
  static WireSpeed measured() {
    try (ProcessGroup group = new ProcessGroup(2, "127.0.0.1")) {
      Thread other = new Thread(() -> echo(group.address()), "echo");
      other.setDaemon(true);
      other.start();
      group.await(Duration.ofSeconds(10));
      Wire wire = group.peer(1).orElseThrow().wire();
      INDArray numbers = Nd4j.zeros(DataType.FLOAT, NUMBERS);
      double[] whole = new double[ROUNDS];
      double[] single = new double[ROUNDS];
      for (int round = -5; round < ROUNDS; round++) {
        double one = thereAndBack(wire, numbers, 1);
        double all = thereAndBack(wire, numbers, NUMBERS);
        if (round >= 0) { // those before are warm-up
          single[round] = one;
          whole[round] = all;
        }
      }
      double bytes = 2.0 * NUMBERS * Float.BYTES;
      return new WireSpeed(bytes / Timing.median(whole), Timing.median(single));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double thereAndBack(Wire wire, INDArray numbers, int count) throws IOException {
    long began = System.nanoTime();
    wire.out().writeInt(count);
    ArrayWire.writeNumbers(numbers, 0, count, wire.out());
    wire.flush();
    ArrayWire.readNumbers(numbers, 0, count, wire.in());
    return (System.nanoTime() - began) / 1e9;
  }

  private static void echo(GroupAddress address) {
    INDArray numbers = Nd4j.zeros(DataType.FLOAT, NUMBERS);
    try (Wire wire = ProcessGroup.join(address)) {
      for (int round = 0; round < 2 * (ROUNDS + 5); round++) {
        int count = wire.in().readInt();
        ArrayWire.readNumbers(numbers, 0, count, wire.in());
        ArrayWire.writeNumbers(numbers, 0, count, wire.out());
        wire.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
