package org.unroll.core.metric;

import java.util.List;

/**
 * A small table for the terminal and the report.
 *
 * @param header column names; the first names the rows
 * @param rows cells as text, as many as there are columns
 */
public record Table(String title, List<String> header, List<List<String>> rows) {}
