package org.unroll.apps.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Prediction;
import org.unroll.core.cli.AnsweredRow;
import org.unroll.core.cli.PredictionOutput;
import org.unroll.core.model.SharedModel;

/**
 * What an executor does with a part of the input: the rows that {@code predict --in} would read
 * from it become the lines that {@code predict --out} would write of it.
 *
 * @param settings of the net
 * @param out the folder of the answers, the same on each machine
 */
record PartAnswers(ArrayList<String> settings, String out) implements Serializable {
  /** Inputs predicted at once, as many as {@code predict} takes. */
  private static final int CHUNK = 256;

  /** Writes a part's rows to a file. */
  interface Rows {
    void write(Path to) throws IOException;
  }

  AnsweredPart answer(int number, TextPart part) throws IOException {
    int skipped = part.leadIsRow() ? 1 : 0;
    Source source = new Source(part.file(), part::lineOf, ending(part.file()), skipped);
    return answer(number, source, part::write);
  }

  /**
   * Where rows come from.
   *
   * @param name for messages
   * @param line in it of a line of the part
   * @param ending of a file's name, which says how it is read
   * @param skipped rows at its beginning that are another part's
   */
  record Source(String name, LongUnaryOperator line, String ending, int skipped) {}

  AnsweredPart answer(int number, Source source, Rows rows) throws IOException {
    Path folder = Files.createTempDirectory("unroll-part");
    Path file = folder.resolve("rows" + source.ending());
    try {
      rows.write(file);
      if (Files.size(file) == 0) {
        Files.writeString(name(number), "");
        return AnsweredPart.of(0, 0, List.of());
      }
      return answer(number, source, file);
    } catch (UserError e) {
      return AnsweredPart.failed(placed(e.getMessage(), file, source));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static String ending(String name) {
    Matcher ending = Pattern.compile("\\.[^.]+(\\.gz)?$").matcher(name.toLowerCase(Locale.ROOT));
    return ending.find() ? ending.group() : "";
  }

  private AnsweredPart answer(int number, Source source, Path file) {
    ExecutorModel executor = ExecutorModel.get(settings);
    synchronized (executor) { // in local mode tasks share it
      long[] counts = answer(executor.model(), number, file, source.skipped());
      List<String> notices =
          executor.takeNotices().stream().map(each -> placed(each, file, source)).toList();
      return AnsweredPart.of(counts[0], counts[1], notices);
    }
  }

  /** Rows, and those of them that are bad. */
  private <I, O extends Prediction> long[] answer(
      SharedModel<I, O> model, int number, Path file, int skipped) {
    List<AskedRow<I>> all = model.rows(file);
    List<AskedRow<I>> rows = all.subList(skipped, all.size());
    long bad = rows.stream().filter(row -> row.input().isEmpty()).count();
    try (PredictionOutput output = PredictionOutput.to(name(number), List.of())) {
      for (int from = 0; from < rows.size(); from += CHUNK) {
        output.writeRows(answered(model, rows.subList(from, Math.min(rows.size(), from + CHUNK))));
      }
      output.finish();
    }
    return new long[] {rows.size(), bad};
  }

  private static <I, O extends Prediction> List<AnsweredRow> answered(
      SharedModel<I, O> model, List<AskedRow<I>> rows) {
    List<I> inputs = AskedRow.inputs(rows);
    List<O> answers = inputs.isEmpty() ? List.of() : model.predict(inputs);
    List<AnsweredRow> answered = new ArrayList<>();
    int next = 0;
    for (AskedRow<I> row : rows) {
      Optional<O> answer =
          row.input().isPresent() ? Optional.of(answers.get(next++)) : Optional.empty();
      answered.add(new AnsweredRow(Map.of(), row.input(), answer));
    }
    return answered;
  }

  private Path name(int number) {
    return Path.of(out, "part-%05d.jsonl".formatted(number));
  }

  /** What was said of the part's file, said of the one that it is from. */
  private static String placed(String notice, Path file, Source source) {
    Matcher places =
        Pattern.compile(Pattern.quote(file.toString()) + "(?::(\\d+))?").matcher(notice);
    return places.replaceAll(
        place ->
            Matcher.quoteReplacement(
                place.group(1) == null
                    ? source.name()
                    : source.name()
                        + ":"
                        + source.line().applyAsLong(Long.parseLong(place.group(1)))));
  }
}
