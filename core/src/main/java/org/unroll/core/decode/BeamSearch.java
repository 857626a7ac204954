package org.unroll.core.decode;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.decode.SequenceWriter.Taker;

/**
 * Beam search on a batch: of each example the {@code width} most probable unfinished outputs are
 * carried on side by side; a finished one leaves the beam. An example is done when as many outputs
 * as the beam is wide have finished and none of those carried on would be ranked above the best of
 * them if it ended for free: a sure model finishes unlikely short outputs long before the right
 * one. At the limit of length every output must end. Examples do not influence each other. Not
 * thread-safe.
 *
 * @param <S> the model's state
 */
public final class BeamSearch<S> {
  private static final float[] NOTHING_COVERED = {}; // costs no score

  private final StepModel<S> model;
  private final WordRules rules;
  private final BeamRanking ranking;
  private final int width;

  /**
   * @param width outputs carried on side by side, at least 1
   */
  BeamSearch(StepModel<S> model, WordRules rules, BeamRanking ranking, int width) {
    this.model = model;
    this.rules = rules;
    this.ranking = ranking;
    this.width = width;
  }

  /**
   * @param start before the first word, a row for each example
   * @param limits most words of each example's output
   * @return for each example its finished outputs, the best first, at most {@code width}
   */
  public List<List<Hypothesis>> search(S start, int[] limits) {
    return search(start, limits, Taker.NONE);
  }

  /**
   * The same.
   *
   * @param taker told the words that all outputs an example may still have begin with
   */
  public List<List<Hypothesis>> search(S start, int[] limits, Taker taker) {
    List<Beam> beams = new ArrayList<>();
    for (int example = 0; example < model.rows(start); example++) {
      beams.add(new Beam(limits[example], example));
    }
    S state = start;
    int[] last = words(beams);
    while (last.length > 0) {
      StepModel.Step<S> step = model.step(state, last);
      for (Beam beam : beams) {
        beam.advance(step);
      }
      if (taker != Taker.NONE) {
        tell(beams, taker);
      }
      state = model.select(step.state(), rows(beams));
      last = words(beams);
    }
    return beams.stream().map(Beam::best).toList();
  }

  private void tell(List<Beam> beams, Taker taker) {
    for (int example = 0; example < beams.size(); example++) {
      for (int word : beams.get(example).news()) {
        taker.take(example, word);
      }
    }
  }

  private int[] words(List<Beam> beams) {
    return beams.stream()
        .flatMap(beam -> beam.live.stream())
        .mapToInt(path -> path.isStart() ? rules.boundaries().start() : path.word())
        .toArray();
  }

  /** The rows of the last step that go on; numbers them anew. */
  private int[] rows(List<Beam> beams) {
    List<Integer> rows = new ArrayList<>();
    for (Beam beam : beams) {
      List<BeamPath> numbered = new ArrayList<>();
      for (BeamPath path : beam.live) {
        numbered.add(path.inRow(rows.size()));
        rows.add(path.row());
      }
      beam.live = numbered;
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The outputs of one example. */
  private final class Beam {
    private final int limit;
    private final List<Hypothesis> finished = new ArrayList<>();
    private List<BeamPath> live;
    private int told; // words that are certain

    Beam(int limit, int row) {
      this.limit = limit;
      this.live = List.of(BeamPath.start(row));
    }

    void advance(StepModel.Step<S> step) {
      List<BeamPath> candidates = new ArrayList<>();
      for (BeamPath path : live) {
        float[] probabilities =
            rules.allowed(step.probabilities()[path.row()], path.length(), path::words);
        float[] looked = step.attention()[path.row()];
        for (int word : next(path, probabilities)) {
          candidates.add(path.then(word, probabilities[word], looked));
        }
      }
      // stable: of equals that of the better path stays
      candidates.sort((a, b) -> Double.compare(b.logProbability(), a.logProbability()));
      keep(candidates);
    }

    /** One more than the beam is wide, as one of them may be the end. */
    private int[] next(BeamPath path, float[] probabilities) {
      boolean mustEnd = path.length() >= limit;
      return mustEnd
          ? new int[] {rules.boundaries().end()}
          : TopWords.of(probabilities, width == Integer.MAX_VALUE ? width : width + 1);
    }

    /** An end counts only if it is among the best, or it would crowd out what is to come. */
    private void keep(List<BeamPath> candidates) {
      List<BeamPath> next = new ArrayList<>();
      for (int i = 0; i < candidates.size() && next.size() < width; i++) {
        BeamPath candidate = candidates.get(i);
        if (candidate.word() != rules.boundaries().end()) {
          next.add(candidate);
        } else if (i < width || candidate.length() > limit) {
          finished.add(candidate.finished(ranking));
        }
      }
      live = isDone(next) ? List.of() : next;
    }

    private boolean isDone(List<BeamPath> next) {
      if (finished.size() < width || next.isEmpty()) {
        return false;
      }
      BeamPath first = next.get(0); // the most probable of its length
      double hope = ranking.score(first.logProbability(), first.length() + 1, NOTHING_COVERED);
      return finished.stream().anyMatch(each -> each.score() >= hope);
    }

    /** The words that have become certain. */
    List<Integer> news() {
      List<List<Integer>> open = new ArrayList<>();
      live.forEach(path -> open.add(path.words()));
      if (live.isEmpty()) {
        open.add(best().get(0).words());
      } else {
        finished.forEach(each -> open.add(each.words()));
      }
      List<Integer> certain = open.get(0);
      for (List<Integer> other : open) {
        certain = certain.subList(0, common(certain, other));
      }
      List<Integer> news = certain.subList(told, certain.size());
      told = certain.size();
      return news;
    }

    private static int common(List<Integer> a, List<Integer> b) {
      int length = 0;
      while (length < Math.min(a.size(), b.size()) && a.get(length).equals(b.get(length))) {
        length++;
      }
      return length;
    }

    List<Hypothesis> best() {
      finished.sort((a, b) -> Double.compare(b.score(), a.score()));
      return List.copyOf(finished.subList(0, Math.min(width, finished.size())));
    }
  }
}
