package org.unroll.core.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The activation functions of Keras 2; empty for those that are not known. */
final class KerasActivations {
  private KerasActivations() {}

  /** By the name in a layer's {@code activation}; none is the identity. */
  static Optional<IActivation> named(JsonNode name) {
    if (name.isNull() || name.isMissingNode()) {
      return Optional.of(new ActivationIdentity());
    }
    return Optional.ofNullable(
        switch (name.asText()) {
          case "linear" -> new ActivationIdentity();
          case "relu" -> new ActivationReLU();
          case "relu6" -> new ActivationReLU6();
          case "tanh" -> new ActivationTanH();
          case "sigmoid" -> new ActivationSigmoid();
          case "hard_sigmoid" -> new ActivationHardSigmoid();
          case "softmax" -> new ActivationSoftmax();
          case "softplus" -> new ActivationSoftPlus();
          case "softsign" -> new ActivationSoftSign();
          case "elu" -> new ActivationELU(1);
          case "selu" -> new ActivationSELU();
          case "gelu" -> new ActivationGELU(true);
          case "swish", "silu" -> new ActivationSwish();
          default -> null;
        });
  }

  /** A layer of its own. */
  static Optional<IActivation> layer(String type, JsonNode config) {
    return switch (type) {
      case "ReLU" -> relu(config);
      case "LeakyReLU" ->
          Optional.of(
              new ActivationLReLU(
                  config.path("negative_slope").asDouble(config.path("alpha").asDouble(0.3))));
      case "ELU" -> Optional.of(new ActivationELU(config.path("alpha").asDouble(1)));
      default -> Optional.of(new ActivationSoftmax());
    };
  }

  private static Optional<IActivation> relu(JsonNode config) {
    double slope = config.path("negative_slope").asDouble(0);
    JsonNode most = config.path("max_value");
    if (config.path("threshold").asDouble(0) != 0 || most.isNumber() && slope != 0) {
      return Optional.empty();
    }
    if (!most.isNumber()) {
      return Optional.of(slope == 0 ? new ActivationReLU() : new ActivationLReLU(slope));
    }
    return most.asDouble() == 6 ? Optional.of(new ActivationReLU6()) : Optional.empty();
  }
}
