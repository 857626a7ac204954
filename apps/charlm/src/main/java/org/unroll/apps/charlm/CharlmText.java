package org.unroll.apps.charlm;

import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.app.Draft;
import org.unroll.datasets.stream.StreamSketch;
import org.unroll.datasets.stream.Units;
import org.unroll.datasets.text.SpacelessScript;

/** What is told of the characters of a draft's text, and what they are read as. */
record CharlmText(StreamSketch training, StreamSketch validation) {
  /** Fewer leave nothing to score a net on. */
  private static final int FEWEST = 100;

  /**
   * With more of them the weights of the head become a good part of the net's, and most are rare.
   */
  private static final int DIFFERENT = 500;

  /** Characters that make up nearly all of a text in an alphabet. */
  private static final int ALPHABET = 256;

  private static final double NEARLY = 0.99;
  private static final int SUBWORDS = 2000;
  private static final int TOLD = 5;
  private static final int EXCERPT = 80;

  /**
   * @throws UserError if they are too few to learn from
   */
  static void requireEnough(String name, long characters) {
    if (characters == 0) {
      throw new UserError(
          name + ": empty; expected a text, better of some hundred thousand characters");
    }
    if (characters < FEWEST) {
      throw new UserError(
          "%s: %d characters are too few to learn from and to score a net on; expected at least %d, better some hundred thousand"
              .formatted(name, characters, FEWEST));
    }
  }

  /**
   * @param read as the files are read: bytes, or characters
   */
  void set(Draft draft, Units read) {
    requireEnough("train", training.characters() + validation.characters());
    boolean text = read == Units.CHARACTER;
    if (text) {
      String kind = training.kind().map(each -> " (" + each.inWords() + ")").orElse("");
      draft.saw("such as \"%s\"%s", training.excerpt(EXCERPT), kind);
      returns(draft);
    }
    boolean many = text && units() != Units.CHARACTER;
    draft.saw(
        "different %s: %s%s",
        read.plural(), count(training.different()), text ? ", the rarest " + rarest() : "");
    if (many) {
      units(draft);
    }
    draft.saw(
        "train: %s %s, validation: %s%s",
        count(training.characters()),
        read.plural(),
        count(validation.characters()),
        many ? "" : ", " + unknown());
  }

  private void returns(Draft draft) {
    if (training.returns() > 0) {
      draft.saw(
          "line ends: CRLF in %s of %s lines; kept as they are, and learnt",
          count(training.returns()), count(training.lines()));
    }
  }

  private String rarest() {
    List<String> told =
        training.rarest(TOLD).stream()
            .map(
                each ->
                    "'" + Character.toString(each) + "' × " + count(training.counts().get(each)))
            .toList();
    return String.join(", ", told);
  }

  private String unknown() {
    long unknown = training.unknownIn(validation);
    return unknown == 0
        ? "all of which stand in train, too"
        : count(unknown) + " of which do not stand in train and will be left out";
  }

  /**
   * What the net reads: bytes where a character is mostly one, or where no spaces part the words
   * that subwords are learnt from, which then takes minutes.
   */
  Units units() {
    if (training.different() <= DIFFERENT) {
      return Units.CHARACTER;
    }
    boolean alphabet = training.share(ALPHABET) >= NEARLY;
    return alphabet || SpacelessScript.isIn(List.of(training.middle())) ? Units.BYTE : Units.BPE;
  }

  private void units(Draft draft) {
    if (units() == Units.BYTE) {
      draft.set("text", "units", "byte");
      draft.ask(
          "text",
          "%,d different characters: bytes are read, %.1f a character, at most 256 of them and none unknown; units: character has a weight for each in the head's units, units: bpe learns subwords, of a script without spaces for minutes",
          training.different(),
          (double) training.bytes() / training.characters());
    } else {
      draft.set("text", "units", "bpe");
      draft.set("text", "subwords", SUBWORDS);
      draft.ask(
          "text",
          "%,d different characters: subwords over bytes are read, so that the frequent ones are one and none is unknown; units: byte makes the smallest net, units: character the largest",
          training.different());
    }
  }

  private static String count(long number) {
    return "%,d".formatted(number);
  }
}
