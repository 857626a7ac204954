package org.unroll.core.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Replaced;

/**
 * @param rows name to {@code key=value}
 * @param columns the same, laid over each row; none for a table of rows alone
 * @param metric of the table by columns and of the chart; empty for that of {@code early-stop}
 */
@Doc("What compare trains in place of this file: a net for each row, or for each row and column.")
@Replaced
public record CompareConfig(
    @Doc(
            "Name to what it changes, as after -s: gru: graph.cells.layer=gru, or a list of such; [] as it is.")
        Map<String, List<String>> rows,
    @Doc("The same, laid over each row: 200: data.length=200.") @Default("{}")
        Map<String, List<String>> columns,
    @Doc("Score of the chart, and of the table by rows and columns.") Optional<String> metric) {}
