package org.unroll.core.history;

import java.util.List;
import java.util.Map;

/**
 * A run in a line. What a run does not have, or what of it cannot be read, is empty or 0.
 *
 * @param path below the directory of all runs, with slashes: {@code <app>/<run>}, of a seed, a fold
 *     or a row of a comparison with its name behind
 * @param data its source, as the config names it
 * @param graph the layers in few words, such as {@code embedding, lstm 128, softmax}
 * @param rows of a comparison, or trials of a search, which is no run itself; empty of a run
 * @param search whether the rows are trials
 * @param split what the metrics were measured on: test if it was scored
 * @param metrics all of that split
 * @param main names of the few to show first, the one that chose the epoch before the others
 * @param parameters numbers the net learns
 * @param epochs done
 * @param asked epochs to do at most
 * @param seconds of training
 * @param begun ISO 8601, UTC
 * @param files those that a reader may want, by name
 */
public record RunSummary(
    String app,
    String name,
    String path,
    String data,
    String graph,
    List<String> rows,
    boolean search,
    RunState state,
    String split,
    Map<String, Double> metrics,
    List<String> main,
    long parameters,
    int epochs,
    int asked,
    double seconds,
    String begun,
    List<String> files) {

  /** What it holds if it is no run itself, such as {@code comparison of 3 runs}. */
  String holds() {
    return search
        ? "search of " + rows.size() + " trials"
        : "comparison of " + rows.size() + " runs";
  }

  /** The run that this one is a part of; empty if it is none's. */
  public String parent() {
    String[] parts = path.split("/");
    return parts.length > 2 ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  /** The run, or the one it is a part of, that lies below no other. */
  public String top() {
    String[] parts = path.split("/");
    return parts.length > 2 ? parts[0] + "/" + parts[1] : path;
  }
}
