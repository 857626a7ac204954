package org.unroll.core.layer.onednn;

import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A layer's convolutions as oneDNN primitives: single precision, on the CPU. Where oneDNN wants
 * another order of an array, that is copied; what is in it is multiplied so often that this hardly
 * counts. Keeps the programs of the last {@value #KEPT_SHAPES} shapes. Owned by one thread.
 */
public final class OneDnnFilters implements AutoCloseable {
  static final int KEPT_SHAPES = 32;

  private final Map<FilterShape, FilterProgram> programs =
      new LinkedHashMap<>(KEPT_SHAPES, 1, true);
  private Optional<Library> library = Optional.empty();

  /**
   * Filters and how they pass.
   *
   * @param weights {@code [down, across, c / groups, filters]}, dense or a range of the filters of
   *     dense ones
   * @param bias dense {@code [1, filters]}
   */
  public record Filters(FilterSides sides, int groups, INDArray weights, Optional<INDArray> bias) {

    private FilterShape shape(INDArray pictures) {
      return new FilterShape(
          sides,
          (int) pictures.size(0),
          (int) weights.size(2) * groups,
          (int) weights.size(3),
          groups,
          bias.isPresent(),
          apart(),
          NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
    }

    /** ND4J's strides of sides of length 1 say nothing. */
    private long apart() {
      for (int i = 2; i >= 0; i--) {
        if (weights.size(i) > 1) {
          return weights.stride(i);
        }
      }
      return weights.size(3);
    }
  }

  /**
   * @param pictures dense {@code [f, c h w]}
   * @param output dense {@code [f, filters h' w']}, overwritten
   */
  public void apply(Filters filters, INDArray pictures, INDArray output) {
    program(filters.shape(pictures))
        .forward(
            data(pictures),
            data(filters.weights()),
            filters.bias().map(OneDnnFilters::data),
            data(output));
    Reference.reachabilityFence(filters); // oneDNN knows addresses alone
    Reference.reachabilityFence(pictures);
    Reference.reachabilityFence(output);
  }

  /**
   * @param delta gradient by the output, dense {@code [f, filters h' w']}
   * @param gradients as the filters; to their weights and bias is added
   */
  public void differentiate(INDArray pictures, INDArray delta, Filters gradients) {
    program(gradients.shape(pictures))
        .addWeightGradient(
            data(pictures),
            data(delta),
            data(gradients.weights()),
            gradients.bias().map(OneDnnFilters::data));
    Reference.reachabilityFence(pictures);
    Reference.reachabilityFence(delta);
    Reference.reachabilityFence(gradients);
  }

  /**
   * @param delta gradient by the output, dense {@code [f, filters h' w']}
   * @param below gradient by the pictures, dense {@code [f, c h w]}, overwritten
   */
  public void differentiateInput(Filters filters, INDArray delta, INDArray below) {
    program(filters.shape(below)).inputGradient(data(delta), data(filters.weights()), data(below));
    Reference.reachabilityFence(filters);
    Reference.reachabilityFence(delta);
    Reference.reachabilityFence(below);
  }

  private static Pointer data(INDArray array) {
    return array.data().addressPointer(); // which knows the offset of a view
  }

  private FilterProgram program(FilterShape shape) {
    FilterProgram known = programs.get(shape);
    if (known != null) {
      return known;
    }
    if (programs.size() == KEPT_SHAPES) {
      FilterShape oldest = programs.keySet().iterator().next();
      programs.remove(oldest).close();
    }
    if (library.isEmpty()) {
      library = Optional.of(new Library());
    }
    FilterProgram made = new FilterProgram(shape, library.get());
    programs.put(shape, made);
    return made;
  }

  /** Gives back native memory; it can be used again afterwards. */
  @Override
  public void close() {
    programs.values().forEach(FilterProgram::close);
    programs.clear();
    library.ifPresent(Library::close);
    library = Optional.empty();
  }
}
