package org.unroll.core.graph.node;

import org.nd4j.linalg.activations.IActivation;

/** The activation functions of the YAML. */
public enum Activation {
  IDENTITY(org.nd4j.linalg.activations.Activation.IDENTITY),
  TANH(org.nd4j.linalg.activations.Activation.TANH),
  RELU(org.nd4j.linalg.activations.Activation.RELU),
  SIGMOID(org.nd4j.linalg.activations.Activation.SIGMOID),
  GELU(org.nd4j.linalg.activations.Activation.GELU),
  ELU(org.nd4j.linalg.activations.Activation.ELU);

  private final org.nd4j.linalg.activations.Activation function;

  Activation(org.nd4j.linalg.activations.Activation function) {
    this.function = function;
  }

  IActivation function() {
    return function.getActivationFunction();
  }
}
