package org.unroll.apps.api;

import java.nio.file.Path;
import org.unroll.core.model.SharedModel;
import org.unroll.core.model.Sharing;
import org.unroll.datasets.stream.WrittenText;
import org.unroll.datasets.text.TextInput;

/**
 * A text that goes on from what it is given: a net of {@code charlm}. What it draws by chance
 * follows from the seed of the run and from how many texts it wrote before. Thread-safe.
 *
 * <pre>{@code
 * Path run = Path.of("runs/charlm/20261120-120000-first");
 * try (CharacterModel model = CharacterModel.load(run, Sharing.DEFAULT, "decode.length=200")) {
 *   WrittenText answer = model.predict("Take two ");
 *   System.out.println(answer.prompt() + answer.text());
 * }
 * }</pre>
 */
public final class CharacterModel extends TextNet<WrittenText> {
  private static final Door<TextInput, WrittenText> DOOR =
      new Door<>("charlm", TextInput.class, WrittenText.class);

  private CharacterModel(SharedModel<TextInput, WrittenText> model) {
    super(model);
  }

  /**
   * Opens the best net of a run.
   *
   * @param run its directory
   * @throws org.unroll.core.UserError if it is a run of another app, has no trained net, or is
   *     damaged
   */
  public static CharacterModel load(Path run) {
    return load(run, Sharing.DEFAULT);
  }

  /**
   * @param sharing how requests share batches
   * @param settings {@code key=value} that override the run's config, such as {@code threads=1}
   */
  public static CharacterModel load(Path run, Sharing sharing, String... settings) {
    return new CharacterModel(DOOR.open(run, sharing, settings));
  }
}
