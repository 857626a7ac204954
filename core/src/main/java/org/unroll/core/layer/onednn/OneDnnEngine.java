package org.unroll.core.layer.onednn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;
import org.unroll.core.layer.cell.PlainEngine;
import org.unroll.core.layer.cell.RecurrentEngine;

/**
 * The cells as oneDNN primitives: single precision, on the CPU, masks padded on the right. Runs on
 * through the padding and takes the state where each sequence truly ends; the padding's outputs are
 * cleared, and as no gradient enters there, it adds exactly nothing. Where nothing but outputs is
 * wanted of a batch with much padding, it is read stretch by stretch without most of it. Keeps the
 * programs of the last {@value #KEPT_SHAPES} shapes.
 */
public final class OneDnnEngine implements RecurrentEngine {
  static final int KEPT_SHAPES = 512;
  private static final AtomicLong PROGRAMS_MADE = new AtomicLong();

  private final CellType type;
  private final PlainEngine plain;
  private final Map<CellShape, CellProgram> programs = new LinkedHashMap<>(KEPT_SHAPES, 1, true);
  private Optional<Library> library = Optional.empty();
  private Optional<HeldMemory> held = Optional.empty();

  /** How many shapes primitives were made for in this process, which takes milliseconds each. */
  public static long programsMade() {
    return PROGRAMS_MADE.get();
  }

  public OneDnnEngine(CellType type) {
    this.type = type;
    this.plain = new PlainEngine(type);
  }

  @Override
  public CellPass forward(CellWeights weights, CellInput input, INDArray output, Use use) {
    held.ifPresent(HeldMemory::close);
    held = Optional.empty();
    boolean padded = !input.mask().isFull();
    if (padded && !use.training() && !use.last()) {
      Stretches stretches = Stretches.of(input.mask());
      if (stretches.pay(input.mask())) {
        return new PackedPass(weights, input, output, stretches).run(this::program);
      }
    }
    if (padded && use.last() && type.hasMemory()) {
      HeldMemory wide = new HeldMemory(weights, input);
      held = Optional.of(wide);
      return wide.pass(run(wide.weights(), wide.input(), output, use));
    }
    return run(weights, input, output, use);
  }

  private CellPass run(CellWeights weights, CellInput input, INDArray output, Use use) {
    CellShape shape = CellShape.of(weights, input, use.training());
    CellProgram program = program(shape);
    program.forward(weights, input, output);
    if (type == CellType.RELU && !OneDnnPass.isPaddingFinite(input, output)) {
      return plain.forward(weights, input, output, use);
    }
    return new OneDnnPass(program, input, output);
  }

  private CellProgram program(CellShape shape) {
    CellProgram known = programs.get(shape);
    if (known != null) {
      return known;
    }
    if (programs.size() == KEPT_SHAPES) {
      CellShape oldest = programs.keySet().iterator().next();
      programs.remove(oldest).close();
    }
    if (library.isEmpty()) {
      library = Optional.of(new Library());
    }
    PROGRAMS_MADE.incrementAndGet();
    CellProgram made = new CellProgram(type, shape, library.get());
    programs.put(shape, made);
    return made;
  }

  @Override
  public void release() {
    held.ifPresent(HeldMemory::close);
    held = Optional.empty();
    programs.values().forEach(CellProgram::close);
    programs.clear();
    library.ifPresent(Library::close);
    library = Optional.empty();
  }
}
