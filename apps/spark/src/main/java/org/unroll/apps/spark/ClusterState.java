package org.unroll.apps.spark;

import java.util.List;
import java.util.Optional;

/**
 * A cluster on this machine, as its file tells.
 *
 * @param url of its master
 * @param page where the master shows what it does
 * @param secret that whoever asks it must know
 * @param workers that were asked for
 * @param processes the master first; those that were started so far
 */
record ClusterState(String url, String page, String secret, int workers, List<Started> processes) {
  ClusterState {
    processes = List.copyOf(processes);
  }

  /**
   * @param begun when, in milliseconds since 1970: pids come again
   */
  record Started(String name, long pid, long begun) {
    static Started of(String name, ProcessHandle process) {
      return new Started(name, process.pid(), begun(process));
    }

    private static long begun(ProcessHandle process) {
      return process.info().startInstant().map(time -> time.toEpochMilli()).orElse(0L);
    }

    /** Empty if it has ended. */
    Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid).filter(each -> each.isAlive() && begun(each) == begun);
    }
  }
}
