package org.unroll.datasets.table;

import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Names;

@Doc("What stands before the fraction of a number.")
public enum DecimalMark {
  @Names({".", "point"})
  POINT,
  @Names({",", "comma"})
  COMMA
}
