package org.unroll.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.Json;

/**
 * {@code provenance.json}: where the numbers of a run come from.
 *
 * @param commit of the source tree, with {@code -dirty} if it was changed; {@code unknown} outside
 *     git
 * @param starts when the run was started and each time it was resumed
 * @param finished empty until the run ended by itself; a time limit may leave some for later
 * @param data digests by file or split
 * @param testOpened how often the test split was scored
 * @param refitEpochs how long the net in {@code model.zip} was trained on train and validation
 *     together; 0 if it never saw the validation data
 * @param continues the run whose training goes on in this one; empty for one from the start
 * @param remark what every table of the run's scores must say of them; empty if nothing
 */
public record Provenance(
    String commit,
    String version,
    long seed,
    Map<String, String> environment,
    List<String> command,
    Map<String, String> data,
    List<String> starts,
    String finished,
    int testOpened,
    int refitEpochs,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String continues,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String remark) {

  /** A file of a run without a remark, or from the start, has no such key. */
  public Provenance {
    continues = continues == null ? "" : continues;
    remark = remark == null ? "" : remark;
  }

  public static Provenance read(RunDirectory run) {
    return Json.read(run.provenance(), Provenance.class);
  }

  public void write(RunDirectory run) {
    AtomicFile.writeJson(run.provenance(), this);
  }

  public Provenance resumed() {
    List<String> more = new ArrayList<>(starts);
    more.add(Instant.now().toString());
    return with(data, List.copyOf(more), "", testOpened, refitEpochs);
  }

  public Provenance finishedNow() {
    return with(data, starts, Instant.now().toString(), testOpened, refitEpochs);
  }

  /** {@code model.zip} now holds a net that was trained on the validation data too. */
  public Provenance refitted(int epochs) {
    return with(data, starts, finished, testOpened, epochs);
  }

  /** The test split was scored once more; digests of what was read are brought up to date. */
  public Provenance testOpenedOnceMore(Map<String, String> digests) {
    return with(digests, starts, finished, testOpened + 1, refitEpochs);
  }

  private Provenance with(
      Map<String, String> data, List<String> starts, String finished, int opened, int refitted) {
    return new Provenance(
        commit,
        version,
        seed,
        environment,
        command,
        data,
        starts,
        finished,
        opened,
        refitted,
        continues,
        remark);
  }
}
