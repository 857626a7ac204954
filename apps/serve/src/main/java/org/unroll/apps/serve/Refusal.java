package org.unroll.apps.serve;

/** A request that is not answered. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.detail(), null, false, false); // as often as somebody mistypes: no trace
    this.problem = problem;
  }

  static Refusal of(int status, String detail) {
    return new Refusal(Problem.of(status, detail));
  }

  Problem problem() {
    return problem;
  }
}
