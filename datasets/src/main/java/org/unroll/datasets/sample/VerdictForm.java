package org.unroll.datasets.sample;

/** Sentences about the whole subject that need their order of words to be understood. */
enum VerdictForm {
  EXPECTED {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "I expected %s %s and got %s one."
          .formatted(w.article(!praising), w.noun(), w.article(praising));
    }
  },
  FIRST_NOW {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "at first the %s seemed %s; now I find it %s."
          .formatted(w.noun(), w.adjective(!praising), w.adjective(praising));
    }
  },
  NOW_FIRST {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      String now = w.adjective(praising);
      return "now I find the %s %s; at first it seemed %s."
          .formatted(w.noun(), now, w.adjective(!praising));
    }
  },
  SISTER_AND_I {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "my sister calls the %s %s; I call it %s."
          .formatted(w.noun(), w.adjective(!praising), w.adjective(praising));
    }
  },
  I_AND_SISTER {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "I call the %s %s; my sister calls it %s."
          .formatted(w.noun(), w.adjective(praising), w.adjective(!praising));
    }
  },
  NOT_BUT {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "the %s %s not %s but %s."
          .formatted(w.noun(), w.verb(), w.adjective(!praising), w.adjective(praising));
    }
  },
  AND_NOT {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "the %s %s %s and not %s."
          .formatted(w.noun(), w.verb(), w.adjective(praising), w.adjective(!praising));
    }
  },
  WHERE_OTHERS {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "where others are %s, this %s %s %s."
          .formatted(w.adjective(!praising), w.noun(), w.verb(), w.adjective(praising));
    }
  },
  OTHERS_WHERE {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "this %s %s %s where others are %s."
          .formatted(w.noun(), w.verb(), w.adjective(praising), w.adjective(!praising));
    }
  },
  QUESTION_NO {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "%s %s %s? Not for a second.".formatted(w.verb(), w.aspect(), w.adjective(!praising));
    }
  },
  QUESTION_YES {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "%s %s %s? From start to finish."
          .formatted(w.verb(), w.aspect(), w.adjective(praising));
    }
  },
  LOOK_ELSEWHERE {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "if you want %s %s, look elsewhere.".formatted(w.article(!praising), w.noun());
    }
  },
  LOOK_NO_FURTHER {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "if you want %s %s, look no further.".formatted(w.article(praising), w.noun());
    }
  },
  NEW_THAN_OLD {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "this %s %s much %s than the %s first one."
          .formatted(w.noun(), w.verb(), praising ? "better" : "worse", w.adjective(w.coin()));
    }
  },
  OLD_THAN_NEW {
    @Override
    String verdict(ReviewWords w, boolean praising) {
      return "the %s first one %s much %s than this %s."
          .formatted(w.adjective(w.coin()), w.verb(), praising ? "worse" : "better", w.noun());
    }
  };

  /** Whole sentences, without a capital at the start. */
  abstract String verdict(ReviewWords w, boolean praising);
}
