package org.unroll.core.layer.recurrent;

import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.UserError;
import org.unroll.core.layer.array.OneDnn;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.PlainEngine;
import org.unroll.core.layer.cell.RecordingEngine;
import org.unroll.core.layer.cell.RecurrentEngine;
import org.unroll.core.layer.onednn.OneDnnEngine;

/**
 * Which engine reads a batch: oneDNN for single precision and masks padded on the right, plain ND4J
 * otherwise. The system property {@code unroll.recurrent} set to {@code nd4j} rules oneDNN out; set
 * to {@code onednn} it makes a machine without oneDNN an error. Owned by one thread.
 */
public final class EngineChoice {
  private static final String PROPERTY = "unroll.recurrent";

  private enum Wish {
    ANY,
    ONEDNN,
    ND4J
  }

  private final RecurrentEngine plain;
  private final Optional<RecurrentEngine> fast;
  private Optional<RecordingEngine> recording = Optional.empty();

  EngineChoice(CellType cell) {
    this.plain = new PlainEngine(cell);
    Wish wish = wish();
    if (wish == Wish.ONEDNN && OneDnn.obstacle().isPresent()) {
      throw new UserError(
          "-D%s=onednn, but oneDNN cannot be used: %s. Remove the setting."
              .formatted(PROPERTY, OneDnn.obstacle().get()));
    }
    boolean use = wish != Wish.ND4J && OneDnn.obstacle().isEmpty();
    this.fast = use ? Optional.of(new OneDnnEngine(cell)) : Optional.empty();
  }

  private static Wish wish() {
    String value = System.getProperty(PROPERTY, "");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "" -> Wish.ANY;
      case "onednn" -> Wish.ONEDNN;
      case "nd4j" -> Wish.ND4J;
      default -> throw new UserError("-D%s=%s: expected onednn or nd4j".formatted(PROPERTY, value));
    };
  }

  /** For people: what runs recurrent layers here, and if it is not oneDNN, why. */
  public static String describe() {
    if (wish() == Wish.ND4J) {
      return "plain ND4J (-D" + PROPERTY + "=nd4j)";
    }
    return OneDnn.obstacle()
        .map(reason -> "plain ND4J (oneDNN: " + reason + ")")
        .orElseGet(() -> "oneDNN " + OneDnn.version());
  }

  /** Every batch is read by this one from now on. */
  void record(RecordingEngine engine) {
    recording = Optional.of(engine);
  }

  RecurrentEngine choose(CellInput input) {
    if (recording.isPresent()) {
      return recording.get();
    }
    boolean can = input.steps().dataType() == DataType.FLOAT && input.mask().isRightPadded();
    return can ? fast.orElse(plain) : plain;
  }

  /** Gives back native memory; the engines can be used again afterwards. */
  void release() {
    plain.release();
    fast.ifPresent(RecurrentEngine::release);
  }
}
