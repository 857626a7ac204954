package org.unroll.datasets.sample;

/** How a clause praises or damns one part of the subject: half of the forms by denying. */
enum ClauseForm {
  PLAIN {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return w.aspect() + " " + w.verb() + " " + w.adverb() + w.adjective(praising);
    }
  },
  NOT {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return w.aspect() + " " + w.verb() + " not " + w.adjective(!praising);
    }
  },
  CALL {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "I would call " + w.aspect() + " " + w.adverb() + w.adjective(praising);
    }
  },
  FAR_FROM {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return w.aspect() + " " + w.verb() + " far from " + w.adjective(!praising);
    }
  },
  FIND {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "I found " + w.aspect() + " " + w.adverb() + w.adjective(praising);
    }
  },
  NOT_CALL {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "I would not call " + w.aspect() + " " + w.adjective(!praising);
    }
  },
  SOMETHING {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "there "
          + w.verb()
          + " something "
          + w.adverb()
          + w.adjective(praising)
          + " about "
          + w.aspect();
    }
  },
  ANYTHING_BUT {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return w.aspect() + " " + w.verb() + " anything but " + w.adjective(!praising);
    }
  },
  MORE_THAN {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return w.aspect()
          + " "
          + w.verb()
          + " more "
          + w.adjective(praising)
          + " than "
          + w.adjective(!praising);
    }
  },
  NOTHING {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "there " + w.verb() + " nothing " + w.adjective(!praising) + " about " + w.aspect();
    }
  },
  AS_I_SEE_IT {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return w.aspect() + ", as I see it, " + w.verb() + " " + w.adjective(praising);
    }
  },
  NOT_AT_ALL {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return w.aspect() + " " + w.verb() + "n't " + w.adjective(!praising) + " at all";
    }
  },
  NOBODY {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "nobody could call " + w.aspect() + " " + w.adjective(!praising);
    }
  },
  ANYBODY {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "anybody would call " + w.aspect() + " " + w.adjective(praising);
    }
  },
  NOT_FIND {
    @Override
    String clause(ReviewWords w, boolean praising) {
      return "I did not find " + w.aspect() + " " + w.adjective(!praising);
    }
  };

  /** Without capital and full stop. */
  abstract String clause(ReviewWords w, boolean praising);
}
