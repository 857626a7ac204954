package org.unroll.apps.charlm;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unroll.core.decode.DecodeConfig;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("How a text is written, symbol by symbol.")
record WritingConfig(
    @Doc("Symbols written after a prompt.") @Default("500") @Range(min = 1, max = 1_000_000)
        int length,
    @Doc(
            "Draws symbols: above 1 more surprising ones, below 1 fewer. Without it, top-k and top-p the most probable one is taken each time.")
        @Range(above = 0, max = 100)
        OptionalDouble temperature,
    @Doc("Draws only from so many most probable symbols.") @Range(min = 1) OptionalInt topK,
    @Doc("Draws only from the fewest symbols that make up this share of probability.")
        @Range(above = 0, max = 1)
        OptionalDouble topP,
    @Doc("Searches for the most probable text, so many side by side, in place of drawing.")
        @Default("1")
        @Range(min = 1, max = 1000)
        int beam,
    @Doc("Texts written side by side; each is what it would be alone.")
        @Default("32")
        @Range(min = 1, max = 1024)
        int batch)
    implements Checked {

  boolean draws() {
    return temperature.isPresent() || topK.isPresent() || topP.isPresent();
  }

  /** The search, of texts that all have the same length. */
  DecodeConfig decode() {
    return new DecodeConfig(beam, 0, 0, 1, length, 0, batch, temperature, topK, topP);
  }

  WritingConfig ofLength(int symbols) {
    return new WritingConfig(symbols, temperature, topK, topP, beam, batch);
  }

  @Override
  public void check(String path, Problems problems) {
    if (beam > 1 && draws()) {
      problems.add(
          path + ".beam",
          "a beam searches, and temperature, top-k and top-p draw: set those to null, or beam to 1");
    }
  }
}
