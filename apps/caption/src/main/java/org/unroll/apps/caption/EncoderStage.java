package org.unroll.apps.caption;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.unroll.core.app.FirstStage;
import org.unroll.core.app.Net;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.data.Batches;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;

/**
 * The training of an encoder on the words of the captions, which is what makes a CNN look at the
 * picture: the gradient through a language model, which guesses most words without it, is weak.
 *
 * @param otherwise how the run is trained, for an encoder that is not
 * @param trained takes the bundle of the trained net
 */
record EncoderStage(
    EncoderConfig config,
    EncoderGraph encoder,
    TrainConfig otherwise,
    EncoderData data,
    Consumer<Path> trained)
    implements FirstStage {

  @Override
  public String name() {
    return "encoder";
  }

  @Override
  public GraphSpec graph() {
    return encoder.spec();
  }

  @Override
  public GraphPorts ports() {
    return encoder.ports();
  }

  @Override
  public TrainConfig train() {
    return config.train().orElse(otherwise);
  }

  @Override
  public int epochs() {
    return config.train().map(TrainConfig::epochs).orElse(0);
  }

  @Override
  public Batches training() {
    return data.training();
  }

  @Override
  public Map<String, Double> validate(Net net) {
    return data.validate(net);
  }

  @Override
  public void take(Path file) {
    trained.accept(file);
  }
}
