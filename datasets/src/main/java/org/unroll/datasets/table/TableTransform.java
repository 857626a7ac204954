package org.unroll.datasets.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datavec.api.transform.TransformProcess;
import org.datavec.api.transform.schema.Schema;
import org.datavec.api.writable.Writable;
import org.unroll.core.UserError;
import org.unroll.core.yaml.RawYaml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A DataVec {@link TransformProcess} from {@code data.transform}, applied record by record. Its
 * schema is that of the table: every column a string. Not thread-safe.
 */
public final class TableTransform {
  private final TransformProcess process;

  private TableTransform(TransformProcess process) {
    this.process = process;
  }

  /**
   * Reads the {@code actionList} (or the list alone).
   *
   * @param yaml the text of {@code data.transform}
   * @param columns names of the table's columns
   * @throws UserError if DataVec does not know an action or a column
   */
  public static TableTransform of(RawYaml yaml, List<String> columns) {
    try {
      Object actions = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml.text());
      Map<String, Object> process = new LinkedHashMap<>();
      process.put("actionList", actions instanceof Map<?, ?> map ? map.get("actionList") : actions);
      Schema schema = new Schema.Builder().addColumnsString(columns.toArray(new String[0])).build();
      JsonMapper mapper = new JsonMapper();
      process.put("initialSchema", mapper.readValue(schema.toJson(), Map.class));
      // TransformProcess.fromYaml of M2.1 reads JSON only, and wants the schema with its classes.
      return new TableTransform(TransformProcess.fromJson(mapper.writeValueAsString(process)));
    } catch (JsonProcessingException | RuntimeException e) { // DataVec has no exception of its own
      throw failed(e, columns);
    }
  }

  private static UserError failed(Exception e, List<String> columns) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new UserError(
        "data.transform: "
            + first
            + " (expected a list of DataVec actions on the columns "
            + String.join(", ", columns)
            + ")",
        e);
  }

  /** Names of the columns that come out. */
  public List<String> columns() {
    return List.copyOf(process.getFinalSchema().getColumnNames());
  }

  /** The record changed, or nothing if it was filtered out. */
  public Optional<List<Writable>> apply(List<Writable> record) {
    return Optional.ofNullable(process.execute(new ArrayList<>(record)));
  }
}
