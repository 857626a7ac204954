package org.unroll.datasets.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.PlainTextFile;

/**
 * The actions of UTKinect with their first and last frames: a line with the name of a recording,
 * then a line for each action, {@code walk: 252 390}.
 *
 * @param folder with {@code joints/actionLabel_modified.txt}, or the publisher's {@code
 *     actionLabel.txt}
 */
record UtkinectActions(Path folder) {
  private static final List<String> FILES =
      List.of("joints/actionLabel_modified.txt", "actionLabel.txt");

  /** In one recording no frame shows the action; its numbers are NaN. */
  private static final Pattern ACTION = Pattern.compile("(\\w+):\\s+(\\d+|NaN)\\s+(\\d+|NaN)");

  /**
   * Typing errors of the publisher's file: actions that end before others, or go on into them. As
   * {@code actionLabel_modified.txt} has them.
   */
  private static final Map<String, String> MENDED =
      Map.of(
          "s01_e02 walk: 154 192", "walk: 154 270",
          "s03_e01 push: 2556 3622", "push: 3556 3622",
          "s07_e01 pull: 3350 3522", "pull: 3432 3522",
          "s07_e02 pull: 2496 2618", "pull: 2530 2618",
          "s09_e01 push: 3266 3390", "push: 3266 3300",
          "s10_e01 carry: 1394 1846", "carry: 1394 1676",
          "s10_e02 pull: 1982 2062", "pull: 1994 2062");

  /** By recording. */
  Map<String, List<LabelRow>> read() {
    Path file =
        FILES.stream()
            .map(folder::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> new UserError(folder + ": none of " + FILES + "; get it anew"));
    try (LineReader lines = PlainTextFile.lines(file)) {
      return read(file, lines);
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  private static Map<String, List<LabelRow>> read(Path file, LineReader lines) throws IOException {
    Map<String, List<LabelRow>> actions = new LinkedHashMap<>();
    String recording = "";
    for (Optional<String> next = lines.nextFilled(); next.isPresent(); next = lines.nextFilled()) {
      String line = next.get().strip();
      if (!line.contains(":")) {
        recording = line;
        actions.put(recording, new ArrayList<>());
        continue;
      }
      Origin at = new Origin(file.toString(), lines.number());
      Matcher action = ACTION.matcher(MENDED.getOrDefault(recording + " " + line, line));
      if (!action.matches() || recording.isEmpty()) {
        throw new UserError(at + ": expected such as walk: 252 390, found " + line);
      }
      if (!action.group(2).equals("NaN")) {
        double first = Double.parseDouble(action.group(2));
        double last = Double.parseDouble(action.group(3));
        actions
            .get(recording)
            .add(new LabelRow(first, last, LabelValue.ofClass(action.group(1)), at));
      }
    }
    return actions;
  }
}
