package org.unroll.apps.bench.pytorch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.unroll.apps.bench.LayerCase;

/**
 * The main program of PyTorch's JVM. Argument: the text of a {@link LayerCase}. Answers the number
 * of its parameters when the network is built, then each line {@code fit N} or {@code infer N} with
 * its nanoseconds; ends with its input.
 */
public final class PyTorchPeer {
  private PyTorchPeer() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // whatever a library prints is no answer
    try (PyTorchNetwork network = new PyTorchNetwork(LayerCase.parse(arguments[0]));
        BufferedReader requests =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      answers.println(network.parameters());
      String line = requests.readLine();
      while (line != null) {
        String[] words = line.split(" ");
        int times = Integer.parseInt(words[1]);
        answers.println(words[0].equals("fit") ? network.fit(times) : network.infer(times));
        line = requests.readLine();
      }
    }
  }
}
