package org.unroll.datasets.caption;

import java.util.List;

/**
 * Pictures and captions as a net reads them: an example is a caption and its picture. Pictures are
 * held once, however many captions they have. Immutable and thread-safe.
 */
public final class EncodedCaptions {
  private final List<PictureContent> contents;
  private final List<Example> examples;
  private final CaptionEncoder encoder;

  /**
   * @param picture its number
   * @param words numbers of the caption, without start and end
   * @param mirrors whether the caption stays true of the picture mirrored
   */
  record Example(int picture, int[] words, boolean mirrors) {}

  EncodedCaptions(List<PictureContent> contents, List<Example> examples, CaptionEncoder encoder) {
    this.contents = List.copyOf(contents);
    this.examples = List.copyOf(examples);
    this.encoder = encoder;
  }

  /** Examples there are. */
  public int size() {
    return examples.size();
  }

  /** The number of example {@code i}'s picture in the list that was encoded. */
  public int picture(int i) {
    return examples.get(i).picture();
  }

  /** The word numbers of example {@code i}, without start and end; not to be changed. */
  public int[] words(int i) {
    return examples.get(i).words();
  }

  Example example(int i) {
    return examples.get(i);
  }

  PictureContent content(int i) {
    return contents.get(picture(i));
  }

  CaptionEncoder encoder() {
    return encoder;
  }

  /** Words of each example. */
  int[] lengths() {
    return examples.stream().mapToInt(example -> example.words().length).toArray();
  }
}
