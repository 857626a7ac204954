package org.unroll.core.decode;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;
import org.unroll.core.yaml.Range;

@Doc("How an output is searched for, word by word.")
public record DecodeConfig(
    @Doc("Outputs carried on side by side; 1 takes the most probable word each time.")
        @Default("5")
        @Range(min = 1, max = 1000)
        int beam,
    @Doc("Prefers longer outputs, 0 for none (Wu et al. 2016).")
        @Default("1")
        @Range(min = 0, max = 10)
        double lengthPenalty,
    @Doc("Punishes words of the input that were passed over, 0 for none (Wu et al. 2016).")
        @Default("0")
        @Range(min = 0, max = 10)
        double coveragePenalty,
    @Doc("Outputs given for each input, at most as many as the beam is wide.")
        @Default("1")
        @Range(min = 1, max = 1000)
        int nBest,
    @Doc("Fewest words of an output.") @Default("0") @Range(min = 0, max = 1000) int minLength,
    @Doc("No output holds a row of so many words twice (Paulus et al. 2018); 0 allows it.")
        @Default("0")
        @Range(min = 0, max = 100)
        int noRepeat,
    @Doc("Inputs worked on side by side; each gets what it would get alone.")
        @Default("32")
        @Range(min = 1, max = 1024)
        int batch,
    @Doc("Draws words instead of searching: above 1 more surprising ones, below 1 fewer.")
        @Range(above = 0, max = 100)
        OptionalDouble temperature,
    @Doc("Draws only from so many most probable words.") @Range(min = 1) OptionalInt topK,
    @Doc("Draws only from the fewest words that make up this share of probability.")
        @Range(above = 0, max = 1)
        OptionalDouble topP)
    implements Checked {

  /** The most probable word each time that the rest allows. */
  public DecodeConfig greedy() {
    return new DecodeConfig(
        1,
        0,
        0,
        1,
        minLength,
        noRepeat,
        batch,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty());
  }

  /** As a reader would name it. */
  public String search() {
    if (samples()) {
      return "drawn";
    }
    return beam == 1 ? "greedy" : "beam " + beam;
  }

  public boolean samples() {
    return temperature.isPresent() || topK.isPresent() || topP.isPresent();
  }

  Sampling sampling() {
    return new Sampling(temperature.orElse(1), topK.orElse(Integer.MAX_VALUE), topP.orElse(1));
  }

  @Override
  public void check(String path, Problems problems) {
    if (samples() && nBest > 1) {
      problems.add(path + ".n-best", "a drawn output has no rank; remove the key");
    } else if (nBest > beam) {
      problems.add(
          path + ".n-best",
          "a beam of %d gives at most %d outputs; raise decode.beam".formatted(beam, beam));
    }
  }
}
