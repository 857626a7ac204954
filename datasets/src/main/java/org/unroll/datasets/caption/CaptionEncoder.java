package org.unroll.datasets.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.datasets.text.Language;
import org.unroll.datasets.text.Tokenizer;

/**
 * From pictures and captions to what a net reads. Immutable and thread-safe.
 *
 * @param input what it reads of pictures
 * @param language of the captions
 * @param data how long captions may be, and which words forbid to mirror a picture
 */
public record CaptionEncoder(PictureInput input, Language language, CaptionData data) {

  /**
   * Each caption with its picture: five captions of one picture are five examples.
   *
   * @param notices told how many captions are cut
   * @throws UserError if a picture is not what the net reads
   */
  public EncodedCaptions captions(List<CaptionedPicture> pictures, Consumer<String> notices) {
    Set<String> sided = lowerCased(data.mirrorWords());
    List<EncodedCaptions.Example> examples = new ArrayList<>();
    List<Origin> cut = new ArrayList<>();
    for (int picture = 0; picture < pictures.size(); picture++) {
      CaptionedPicture each = pictures.get(picture);
      input.require(each.name(), each.content());
      for (String caption : each.captions()) {
        int[] words = language.encode(caption);
        if (words.length > data.maxLength()) {
          words = Arrays.copyOf(words, data.maxLength());
          cut.add(each.origin());
        }
        boolean mirrors = Tokenizer.PLAIN.tokenize(caption).stream().noneMatch(sided::contains);
        examples.add(new EncodedCaptions.Example(picture, words, mirrors));
      }
    }
    tellCut(cut, examples.size(), notices);
    return new EncodedCaptions(
        pictures.stream().map(CaptionedPicture::content).toList(), examples, this);
  }

  private static Set<String> lowerCased(List<String> words) {
    Set<String> lower = new TreeSet<>();
    words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private void tellCut(List<Origin> cut, int all, Consumer<String> notices) {
    if (!cut.isEmpty()) {
      notices.accept(
          "%,d of %,d captions are longer than data.max-length, %d, and are cut there; the first is of the picture at %s"
              .formatted(cut.size(), all, data.maxLength(), cut.get(0)));
    }
  }

  /**
   * Each picture once, with an empty caption, for a net that is to write one.
   *
   * @throws UserError if a picture is not what the net reads
   */
  public EncodedCaptions pictures(List<PictureToCaption> pictures) {
    List<PictureContent> contents = new ArrayList<>();
    List<EncodedCaptions.Example> examples = new ArrayList<>();
    for (PictureToCaption each : pictures) {
      input.require(each.name(), each.content());
      examples.add(new EncodedCaptions.Example(contents.size(), new int[0], true));
      contents.add(each.content());
    }
    return new EncodedCaptions(contents, examples, this);
  }
}
