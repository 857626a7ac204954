package org.unroll.datasets.table;

import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Names;

@Doc("What stands between two cells of a row.")
public enum Delimiter {
  @Names({",", "comma"})
  COMMA(','),
  @Names({";", "semicolon"})
  SEMICOLON(';'),
  @Names({"tab", "\t"})
  TAB('\t'),
  @Names({"|", "pipe"})
  PIPE('|');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}
