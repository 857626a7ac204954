package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Thaw;
import org.unroll.core.pretrained.KerasNets;

/**
 * The classes that saved graphs name: one that moves or is called otherwise makes every {@code
 * model.zip} that holds it unreadable. Names may join this list, but none may leave it.
 */
class SavedNamesIT {
  private static final Pattern OURS =
      Pattern.compile("\"@class\" : \"org\\.unroll\\.core\\.layer\\.([^\"]*)\"");

  @Test
  void savedGraphsNameTheseClasses() {
    Set<String> names =
        Stream.concat(
                Stream.concat(
                        GraphCases.all().map(Named::getPayload),
                        Stream.of(withOptions(), pretrained()))
                    .map(GraphCases.Case::graph),
                Stream.of(thawed()))
            .flatMap(SavedNamesIT::names)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(names)
        .containsExactlyInAnyOrder(
            "FullyConnected",
            "GateWeightInit",
            "Frozen",
            "StepDropout",
            "StillLayer",
            "Thawed",
            "TokenEmbedding",
            "attention.AttentionWeights",
            "attention.DotScores",
            "attention.PairUnits",
            "attention.WeightedSum",
            "head.AddSkip",
            "head.BinaryCrossEntropy",
            "head.CrossEntropy",
            "head.MonotoneLevels",
            "head.OutputHead",
            "head.PinballLoss",
            "head.StepLoss",
            "head.TiedHead",
            "image.BatchNormalization",
            "image.Convolution",
            "image.ConvolutionCell",
            "image.FlattenPicture",
            "image.PadPicture",
            "image.PictureActivation",
            "image.PicturePool",
            "image.PictureRegions",
            "image.TimeConvolution",
            "recurrent.InitialState",
            "recurrent.LastMemory",
            "recurrent.RecurrentCell",
            "sequence.FlattenSteps",
            "sequence.Join",
            "sequence.LastSteps",
            "sequence.RepeatSteps",
            "sequence.ReverseSteps",
            "sequence.TimePooling");
  }

  /** What is not exact enough for the cases, whose gradients are checked. */
  private static GraphCases.Case withOptions() {
    Dense frozen = new Dense(List.of("frames"), 3, TinyGraphs.frozen());
    Dense dropped = new Dense(List.of("frozen"), 3, TinyGraphs.dropout(0.1));
    return new GraphCases.Case(
        TinyGraphs.frames(),
        TinyGraphs.spec(
            "frozen", frozen, "dropped", dropped, "output", TinyGraphs.regression("dropped")));
  }

  private static ComputationGraph thawed() {
    LayerOptions options =
        new LayerOptions(
            0, InitialWeights.XAVIER, Optional.empty(), 0, true, Optional.of(new Thaw(1, 0.1)));
    Dense low = new Dense(List.of("frames"), 3, options);
    GraphCases.Case spec =
        new GraphCases.Case(
            TinyGraphs.frames(),
            TinyGraphs.spec("low", low, "output", TinyGraphs.regression("low")));
    Replicas replicas = new Replicas(spec.graph(), Threads.ONE);
    Engine.local(replicas, OptionalDouble.empty()).thaw(1);
    return replicas.graph();
  }

  /** Nothing goes backwards through it, so no gradient could be checked. */
  private static GraphCases.Case pretrained() {
    Pretrained still =
        new Pretrained(List.of("pictures"), KerasNets.vggFile(), Optional.of("fc"), true);
    return new GraphCases.Case(
        TinyGraphs.ports("pictures", new Shape.Picture(3, 12, 10)),
        TinyGraphs.spec("net", still, "output", TinyGraphs.regression("net")));
  }

  private static Stream<String> names(ComputationGraph graph) {
    String json = graph.getConfiguration().toJson();
    graph.close();
    return OURS.matcher(json).results().map((MatchResult found) -> found.group(1));
  }
}
