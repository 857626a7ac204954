package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.Pointer;

/**
 * A primitive whose arrays may lie in another order than ours: what it reads is brought into its
 * order before it runs, and what it writes into ours afterwards. Owned by one thread.
 */
final class OrderedPrimitive {
  private final primitive primitive;
  private final Library library;
  private final NativeObjects objects;
  private final Arguments ours;
  private final Arguments theirs;
  private final List<Turn> before = new ArrayList<>();
  private final List<Turn> after = new ArrayList<>();

  /** From the order of one array to that of another, which is in one of the library's rooms. */
  private record Turn(int number, reorder reorder, memory from, memory to, Library.Room room) {}

  OrderedPrimitive(
      primitive primitive, primitive_desc descriptor, Library library, NativeObjects objects) {
    this.primitive = objects.own(primitive);
    this.library = library;
    this.objects = objects;
    this.ours = new Arguments(library.engine(), objects);
    this.theirs = new Arguments(library.engine(), objects);
    theirs.add(DNNL_ARG_SCRATCHPAD, objects.own(descriptor.scratchpad_desc()));
  }

  /** An array that is read. */
  void reads(int number, memory.desc here, memory.desc there, Library.Room room) {
    if (differ(number, here, there)) {
      before.add(turn(number, ours.get(number), theirs.get(number), room, false));
    }
  }

  /** An array that is overwritten. */
  void writes(int number, memory.desc here, memory.desc there, Library.Room room) {
    if (differ(number, here, there)) {
      after.add(turn(number, theirs.get(number), ours.get(number), room, false));
    }
  }

  /** Adds it to both sides, which have it in common unless they want other orders. */
  private boolean differ(int number, memory.desc here, memory.desc there) {
    ours.add(number, here);
    if (here.equals(there)) {
      theirs.add(number, ours.get(number));
      return false;
    }
    theirs.add(number, there);
    return true;
  }

  /** An array to which the result is added. */
  void adds(int number, memory.desc here, memory.desc there, Library.Room room) {
    ours.add(number, here);
    theirs.add(number, there);
    after.add(turn(number, theirs.get(number), ours.get(number), room, true));
  }

  private Turn turn(int number, memory from, memory to, Library.Room room, boolean add) {
    primitive_attr attributes = objects.own(new primitive_attr());
    post_ops more = objects.own(new post_ops());
    if (add) {
      more.append_sum();
    }
    attributes.set_post_ops(more);
    return new Turn(number, objects.own(new reorder(from, to, attributes)), from, to, room);
  }

  /** The array, in our order, must stay where it is until the primitive has run. */
  void bind(int number, Pointer data) {
    ours.bind(number, data);
  }

  void run() {
    before.forEach(this::bind);
    after.forEach(this::bind);
    long scratchpad = theirs.bytes(DNNL_ARG_SCRATCHPAD);
    theirs.bind(DNNL_ARG_SCRATCHPAD, library.room(Library.Room.SCRATCHPAD).atLeast(scratchpad));
    before.forEach(this::execute);
    primitive.execute(library.stream(), theirs.map());
    after.forEach(this::execute);
    library.stream()._wait();
  }

  private void bind(Turn turn) {
    long bytes = theirs.bytes(turn.number());
    theirs.bind(turn.number(), library.room(turn.room()).atLeast(bytes));
  }

  private void execute(Turn turn) {
    turn.reorder().execute(library.stream(), turn.from(), turn.to());
  }
}
