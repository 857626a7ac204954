package org.unroll.core.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.unroll.core.Json;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.metric.Table;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.train.TrialProgress;

/** A search at its end: its tables, {@code best.yaml} and {@code search.html}. */
public final class SearchResult {
  private final Search search;
  private final RunDirectory directory;
  private final Map<String, TrialProgress> progress;

  SearchResult(Search search, RunDirectory directory, Map<String, TrialProgress> progress) {
    this.search = search;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Writes the best config and the page.
   *
   * @return the config
   */
  public <C extends Record & RunConfig> Path write(App<C> app) {
    Path best = BestFile.write(app, directory, search);
    new SearchPage(search, directory, new TrialHistory(search, progress)).write();
    return best;
  }

  /** Prints the trials, the best first, and the scores of the best one beside the first. */
  public void print(PrintStream out) {
    SearchTables tables = new SearchTables(search);
    out.println();
    out.print(tables.trials().toText());
    tables.failures().forEach(out::println);
    for (Table scores : tables.scores()) {
      out.println();
      out.print(scores.toText());
    }
    out.println();
    tables.findings().forEach(out::println);
  }

  /** What {@code search.json} holds. */
  public String json() throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(search);
  }

  /** Whether a time limit came before its end. */
  public boolean cut() {
    return search.state() == Search.State.CUT;
  }
}
