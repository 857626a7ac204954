package org.unroll.core.ui;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The charts of stored runs that DL4J's pages show: opened when somebody asks for them, as each
 * takes memory and a tenth of a second; the few asked for last stay open. Thread-safe.
 */
final class OpenCharts {
  private static final int MOST = 4;

  private final RunServer server;
  private final Map<String, StoredCharts> open = new LinkedHashMap<>(); // asked for last: last
  private boolean closed;

  OpenCharts(RunServer server) {
    this.server = server;
  }

  /**
   * Opens those of a run, unless they are open.
   *
   * @return why they cannot be shown; empty if they are
   */
  synchronized String open(AttachedRun run) throws IOException {
    if (closed || run.live()) {
      return "";
    }
    String problem = run.chartsProblem();
    Optional<StoredCharts> known = Optional.ofNullable(open.remove(run.name()));
    if (!problem.isEmpty() || known.isPresent() && known.get().outdated(run.directory())) {
      known.ifPresent(this::close);
      known = Optional.empty();
    }
    if (!problem.isEmpty()) {
      return problem;
    }
    if (known.isEmpty()) {
      known = StoredCharts.open(run.directory(), run.name());
      if (known.isEmpty()) {
        return damaged(run);
      }
      if (run.trainsElsewhere()) { // began meanwhile, and the copy may be torn
        known.get().close();
        return run.chartsProblem();
      }
      server.attach(known.get().storage());
    }
    open.put(run.name(), known.get());
    closeOldest();
    return "";
  }

  private String damaged(AttachedRun run) {
    String damage = "stats.dl4j is damaged";
    server.runs().put(new AttachedRun(run.name(), run.directory(), false, damage));
    return damage;
  }

  private void closeOldest() {
    Deque<String> names = new ArrayDeque<>(open.keySet());
    while (names.size() > MOST) {
      close(open.remove(names.removeFirst()));
    }
  }

  private void close(StoredCharts charts) {
    server.detach(charts.storage());
    charts.close();
  }

  /** For who looks at DL4J's pages without having chosen: those of the run to show first. */
  synchronized void openFirst() throws IOException {
    boolean live = server.runs().list().stream().anyMatch(AttachedRun::live);
    if (live || !open.isEmpty()) {
      return;
    }
    Optional<AttachedRun> first = server.runs().first();
    if (first.isPresent()) {
      open(first.get());
    }
  }

  synchronized void closeAll() {
    closed = true;
    List<StoredCharts> all = new ArrayList<>(open.values());
    open.clear();
    all.forEach(this::close);
  }
}
