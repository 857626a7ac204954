package org.unroll.datasets.table;

import org.unroll.core.yaml.Doc;

@Doc("What quotation marks around a cell mean.")
public enum Quoting {
  /** After RFC 4180: they hold delimiters, line breaks and doubled marks together. */
  STANDARD,
  /** Nothing: they are part of the text, and a row is a line. */
  NONE
}
