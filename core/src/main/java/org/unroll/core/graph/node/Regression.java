package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.core.yaml.Variant;

/**
 * The head for numbers: a linear layer and the squared or absolute error, averaged over the
 * outputs; per example {@code [b, n]} or per step {@code [b, n, t]}.
 */
@Variant(
    key = "layer",
    names = {"regression"})
@Doc(
    "The head for numbers: a linear layer with mean squared (or absolute) error, per example or per step.")
public record Regression(
    @Doc("What to read.") List<String> input,
    @Doc("A node whose output is added: per step, or for all steps target after target.")
        Optional<String> skip,
    @Doc(
            "What an error costs: squared, whose best answer is the mean; absolute, whose best is the median, so that rare large errors count less.")
        @Default("squared")
        Loss loss,
    @Inline LayerOptions options)
    implements NumbersHead {
  /** Averaged over the outputs. */
  public enum Loss {
    SQUARED {
      @Override
      ILossFunction function() {
        return new LossMSE();
      }
    },
    ABSOLUTE {
      @Override
      ILossFunction function() {
        return new LossMAE();
      }
    };

    abstract ILossFunction function();
  }

  @Override
  public int numbers() {
    return 1;
  }

  @Override
  public void build(GraphAssembly graph, String name) {
    if (skip.isPresent()) {
      new HeadInParts(loss.function(), 1, 0, skip).build(graph, name, input.get(0), options);
      return;
    }
    new HeadLayer(loss.function(), new ActivationIdentity(), SkipPath.NONE)
        .build(graph, name, input.get(0), options);
  }
}
