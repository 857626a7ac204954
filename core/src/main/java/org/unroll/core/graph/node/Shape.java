package org.unroll.core.graph.node;

import java.util.Optional;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.unroll.core.layer.image.PictureSize;

/** What a node of the graph gives to the next one. Sizes not known yet are {@link #UNKNOWN}. */
public sealed interface Shape {
  /** Stands for a size that only the data tells (vocabulary, classes). */
  int UNKNOWN = 0;

  /** Features or units of one step, or {@link #UNKNOWN}. */
  int size();

  /** Whether there is one of it a step, and not one an example. */
  boolean hasSteps();

  /** The same with another size. */
  Shape resized(int size);

  /** What several like this one give together, of so many numbers. */
  default Shape joined(int size) {
    return resized(size);
  }

  /** What DL4J calls it. */
  InputType inputType();

  /** For messages, such as {@code a sequence}. */
  String described();

  /** What turns it into vectors, for messages; empty where it is vectors. */
  default Optional<String> towardsVectors() {
    return Optional.empty();
  }

  /** Whether it is word numbers. */
  default boolean isWords() {
    return false;
  }

  /** Whether both are the same but for their sizes. */
  default boolean isLike(Shape other) {
    return getClass() == other.getClass();
  }

  /** Word numbers, {@code [batch, time]}; the size is the vocabulary's. */
  record Tokens(int size) implements Shape {
    @Override
    public boolean hasSteps() {
      return true;
    }

    @Override
    public Shape resized(int newSize) {
      return new Tokens(newSize);
    }

    @Override
    public InputType inputType() {
      return InputType.recurrent(size, RNNFormat.NCW);
    }

    @Override
    public String described() {
      return "word numbers";
    }

    @Override
    public Optional<String> towardsVectors() {
      return Optional.of("put an embedding in between");
    }

    @Override
    public boolean isWords() {
      return true;
    }
  }

  /** One vector a step, {@code [batch, size, time]}. */
  record Sequence(int size) implements Shape {
    @Override
    public boolean hasSteps() {
      return true;
    }

    @Override
    public Shape resized(int newSize) {
      return new Sequence(newSize);
    }

    @Override
    public InputType inputType() {
      return InputType.recurrent(size, RNNFormat.NCW);
    }

    @Override
    public String described() {
      return "a sequence";
    }
  }

  /** Pictures, one an example or one a step. */
  sealed interface Pictures extends Shape {
    int channels();

    int height();

    int width();

    /** The same of another size. */
    Pictures of(PictureSize size);

    /** Its sides; they may be {@link #UNKNOWN}. */
    default PictureSize pictureSize() {
      return new PictureSize(channels(), height(), width());
    }

    @Override
    default int size() {
      return channels() * height() * width();
    }

    /** The sides stay, the channels follow. */
    @Override
    default Shape joined(int size) {
      int plane = height() * width();
      int channels = plane == UNKNOWN ? UNKNOWN : size / plane;
      return of(new PictureSize(channels, height(), width()));
    }

    @Override
    default boolean isLike(Shape other) {
      return getClass() == other.getClass()
          && !Shapes.differ(height(), ((Pictures) other).height())
          && !Shapes.differ(width(), ((Pictures) other).width());
    }

    /** Height and width, for messages. */
    default String sides() {
      return height() + "x" + width();
    }
  }

  /** One picture an example, {@code [batch, channels, height, width]}. */
  record Picture(int channels, int height, int width) implements Pictures {
    @Override
    public boolean hasSteps() {
      return false;
    }

    @Override
    public Pictures of(PictureSize size) {
      return new Picture(size.channels(), size.height(), size.width());
    }

    /** What is computed of all numbers of a picture is no picture any more. */
    @Override
    public Shape resized(int newSize) {
      return new Vector(newSize);
    }

    @Override
    public InputType inputType() {
      return InputType.convolutional(height, width, channels);
    }

    @Override
    public String described() {
      return "one picture an example";
    }

    @Override
    public Optional<String> towardsVectors() {
      return Optional.of("put {vertex: global-pool} or {vertex: flatten} in between");
    }
  }

  /**
   * One picture a step, {@code [batch, channels * height * width, time]}: a sequence for all that
   * take one.
   */
  record Frames(int channels, int height, int width) implements Pictures {
    @Override
    public boolean hasSteps() {
      return true;
    }

    @Override
    public Pictures of(PictureSize size) {
      return new Frames(size.channels(), size.height(), size.width());
    }

    /** What is computed of all numbers of a frame is no picture any more. */
    @Override
    public Shape resized(int newSize) {
      return new Sequence(newSize);
    }

    @Override
    public InputType inputType() {
      return InputType.recurrent(size(), RNNFormat.NCW);
    }

    @Override
    public String described() {
      return "one picture a step";
    }
  }

  /** One vector an example, {@code [batch, size]}. */
  record Vector(int size) implements Shape {
    @Override
    public boolean hasSteps() {
      return false;
    }

    @Override
    public Shape resized(int newSize) {
      return new Vector(newSize);
    }

    @Override
    public InputType inputType() {
      return InputType.feedForward(size);
    }

    @Override
    public String described() {
      return "one vector an example";
    }
  }
}
