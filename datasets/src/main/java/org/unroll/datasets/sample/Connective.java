package org.unroll.datasets.sample;

/**
 * How two clauses make one verdict. In a contrast the clause that concedes says the opposite of the
 * verdict, and which one concedes shows only in where the connective stands.
 */
enum Connective {
  BUT("%1$s, but %2$s.", true),
  ALTHOUGH("although %1$s, %2$s.", true),
  ALTHOUGH_AFTER("%2$s, although %1$s.", true),
  HOWEVER("%1$s. However, %2$s.", true),
  YET("%1$s, yet %2$s.", true),
  EVEN_THOUGH("even though %1$s, %2$s.", true),
  EVEN_THOUGH_AFTER("%2$s, even though %1$s.", true),
  TRUE("it is true that %1$s, but in the end %2$s.", true),
  HEARD("I had heard that %1$s. In truth, %2$s.", true),
  HEARD_AFTER("in truth, %2$s. I had heard that %1$s.", true),
  WRONG("my brother swears that %1$s. He is wrong: %2$s.", true),
  STILL("%1$s; still, %2$s.", true),
  AND("%1$s, and %2$s.", false),
  WHAT_IS_MORE("%1$s. What is more, %2$s.", false);

  private final String pattern;
  private final boolean contrasting;

  Connective(String pattern, boolean contrasting) {
    this.pattern = pattern;
    this.contrasting = contrasting;
  }

  /** Whether the first clause concedes; otherwise both say the same. */
  boolean contrasting() {
    return contrasting;
  }

  /** Joins the clauses; without a capital at the start. */
  String join(String first, String second) {
    return pattern.formatted(first, second);
  }
}
