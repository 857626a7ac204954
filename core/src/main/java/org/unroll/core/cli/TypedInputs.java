package org.unroll.core.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.unroll.core.UserError;
import org.unroll.core.app.Task;

/**
 * What a net is asked by arguments or lines. A bad one among good ones is told and left out. Not
 * thread-safe.
 */
final class TypedInputs<I> {
  private final Task<I, ?> task;
  private final List<UserError> bad = new ArrayList<>(); // not told yet
  private int good;
  private int asked;

  TypedInputs(Task<I, ?> task) {
    this.task = task;
  }

  /** All that a text means; nothing if it is bad. */
  List<I> of(String text) {
    List<I> inputs = List.of();
    try {
      inputs = task.inputs(text);
      good += inputs.size();
      asked += inputs.size();
    } catch (UserError e) {
      bad.add(e);
      asked++;
    }
    if (good > 0) {
      tell();
    }
    return inputs;
  }

  /** Tells of the bad ones. */
  void tell() {
    bad.forEach(each -> System.err.println("left out: " + each.getMessage()));
    bad.clear();
  }

  /** Whether there was one, be it good or bad. */
  boolean any() {
    return asked > 0;
  }

  /** Whether there is more than one, be they good or bad. */
  boolean several() {
    return asked > 1;
  }

  /**
   * @throws UserError if all were bad
   */
  void requireGood() {
    if (!bad.isEmpty()) {
      throw new UserError(
          bad.stream().map(UserError::getMessage).collect(Collectors.joining("\n")), bad.get(0));
    }
  }
}
