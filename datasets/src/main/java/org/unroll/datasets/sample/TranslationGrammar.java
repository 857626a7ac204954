package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.unroll.datasets.sample.TranslationLexicon.Adjective;
import org.unroll.datasets.sample.TranslationLexicon.Noun;
import org.unroll.datasets.sample.TranslationLexicon.Preposition;
import org.unroll.datasets.sample.TranslationLexicon.Verb;

/**
 * A synchronous grammar: writes a sentence in English and French at once, and its pattern, which is
 * the sentence without its nouns, adjectives, verbs and prepositions. Not thread-safe.
 */
final class TranslationGrammar {
  private static final List<List<String>> LINKS =
      List.of(List.of("and", "et"), List.of("but", "mais"), List.of("because", "parce que"));

  private static final List<List<String>> ASKING =
      List.of(List.of("why", "pourquoi"), List.of("when", "quand"), List.of("where", "où"));

  private final Random random;

  TranslationGrammar(Random random) {
    this.random = random;
  }

  /** A finished sentence in words, its mark the last. */
  record Sentence(List<String> english, List<String> french, String pattern) {}

  /** Part of a sentence; number and gender are those of its noun. */
  private record Phrase(
      List<String> english, List<String> french, String pattern, boolean plural, boolean feminine) {
    Phrase(List<String> english, List<String> french, String pattern) {
      this(english, french, pattern, false, false);
    }
  }

  /** Whether and how a predicate needs a helper. */
  private record Form(boolean negated, boolean question) {}

  /**
   * @param depth how much may be nested and joined, from 0
   */
  Sentence sentence(int depth) {
    List<String> english = new ArrayList<>();
    List<String> french = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    boolean question = random.nextInt(4) == 0;
    int clauses = 1 + (depth > 1 && random.nextBoolean() ? 1 : 0);
    for (int i = 0; i < clauses; i++) {
      if (i > 0) {
        List<String> link = pick(LINKS);
        english.add(link.get(0));
        french.addAll(List.of(link.get(1).split(" ")));
        pattern.append(link.get(0)).append(' ');
      }
      Phrase clause = question && i == 0 ? question(depth) : statement(depth);
      english.addAll(clause.english);
      french.addAll(clause.french);
      pattern.append(clause.pattern);
    }
    String mark = question ? "?" : ".";
    english.add(mark);
    french.add(mark);
    return new Sentence(
        WordContact.english(english), WordContact.french(french), pattern.append(mark).toString());
  }

  private Phrase statement(int depth) {
    Phrase subject = subject(depth);
    Form form = new Form(random.nextInt(4) == 0, false);
    Predicate predicate = predicate(subject, form, depth);
    return joined(List.of(subject.english, predicate.stated()), subject, predicate);
  }

  private Phrase question(int depth) {
    boolean negated = random.nextInt(4) == 0;
    if (random.nextInt(4) == 0) {
      Phrase who = new Phrase(List.of("who"), List.of("qui"), "who ");
      Predicate predicate = predicate(who, new Form(negated, false), depth);
      return joined(List.of(who.english, predicate.stated()), who, predicate);
    }
    Phrase subject = subject(depth);
    Predicate predicate = predicate(subject, new Form(negated, true), depth);
    List<String> english = new ArrayList<>();
    List<String> french = new ArrayList<>();
    if (random.nextBoolean()) {
      List<String> asking = pick(ASKING);
      english.add(asking.get(0));
      french.add(asking.get(1));
    }
    String asked = "Q" + String.join("", english) + " ";
    english.add(predicate.helper());
    french.addAll(List.of("est-ce", "que"));
    french.addAll(subject.french);
    Phrase front = new Phrase(english, french, asked + subject.pattern);
    return joined(List.of(english, subject.english, predicate.asked()), front, predicate);
  }

  private static Phrase joined(List<List<String>> english, Phrase subject, Predicate predicate) {
    List<String> words = new ArrayList<>();
    english.forEach(words::addAll);
    List<String> french = new ArrayList<>(subject.french);
    french.addAll(predicate.french());
    return new Phrase(words, french, subject.pattern + predicate.pattern());
  }

  private Phrase subject(int depth) {
    if (random.nextInt(7) == 0) {
      return random.nextBoolean()
          ? new Phrase(List.of("he"), List.of("il"), "he ", false, false)
          : new Phrase(List.of("she"), List.of("elle"), "she ", false, true);
    }
    return nounPhrase(TranslationLexicon.PERSONS, depth, false);
  }

  /**
   * @param denied an object after ne … pas, where un and des become de
   */
  private Phrase nounPhrase(List<Noun> nouns, int depth, boolean denied) {
    boolean plural = random.nextBoolean();
    Determiner determiner = pick(plural ? Determiner.PLURAL : Determiner.SINGULAR);
    Noun noun = pick(nouns);
    boolean described = random.nextInt(5) < 2;
    Adjective adjective = pick(TranslationLexicon.ALL_ADJECTIVES);
    boolean before = described && adjective.before();
    List<String> english = new ArrayList<>(List.of(determiner.english()));
    List<String> french = new ArrayList<>();
    boolean de = determiner.indefinite() && denied || determiner.partial() && before;
    french.add(de ? "de" : determiner.french(noun.feminine()));
    if (described) {
      english.add(adjective.english());
    }
    if (before) {
      french.add(adjective.french(noun.feminine(), plural));
    }
    english.add(plural ? noun.plural() : noun.english());
    french.add(plural ? noun.frenchPlural() : noun.french());
    if (described && !before) {
      french.add(adjective.french(noun.feminine(), plural));
    }
    String kind = described ? before ? "-B" : "-A" : "";
    String pattern = determiner.english() + (plural ? "-P" : "-S") + kind + " ";
    Phrase phrase = new Phrase(english, french, pattern, plural, noun.feminine());
    return depth > 0 && random.nextInt(5) < 2 ? relative(phrase, depth - 1) : phrase;
  }

  /** The noun with a clause about it: qui or que. */
  private Phrase relative(Phrase head, int depth) {
    List<String> english = new ArrayList<>(head.english);
    List<String> french = new ArrayList<>(head.french);
    english.add("that");
    String pattern;
    if (random.nextInt(3) < 2) {
      Predicate predicate = predicate(head, new Form(random.nextInt(5) == 0, false), depth);
      english.addAll(predicate.stated());
      french.add("qui");
      french.addAll(predicate.french());
      pattern = "qui(" + predicate.pattern() + ") ";
    } else {
      Phrase subject = nounPhrase(TranslationLexicon.PERSONS, depth, false);
      Verb verb = pick(TranslationLexicon.TRANSITIVES);
      english.addAll(subject.english);
      english.add(subject.plural ? verb.base() : verb.third());
      french.add("que");
      french.addAll(subject.french);
      french.add(subject.plural ? verb.frenchPlural() : verb.french());
      pattern = "que(" + subject.pattern + ") ";
    }
    return new Phrase(english, french, head.pattern + pattern, head.plural, head.feminine);
  }

  private Predicate predicate(Phrase subject, Form form, int depth) {
    String not = form.negated ? "not-" : "";
    return switch (random.nextInt(4)) {
      case 0 -> copula(subject, form, not);
      case 1 -> {
        Phrase where = random.nextBoolean() ? new Phrase(List.of(), List.of(), "") : place(depth);
        yield action(pick(TranslationLexicon.INTRANSITIVES), subject, form, where);
      }
      default -> {
        List<Noun> nouns =
            random.nextBoolean() ? TranslationLexicon.PERSONS : TranslationLexicon.OBJECTS;
        Phrase object = nounPhrase(nouns, depth, form.negated);
        Phrase marked = new Phrase(object.english, object.french, "to " + object.pattern);
        yield action(pick(TranslationLexicon.TRANSITIVES), subject, form, marked);
      }
    };
  }

  private Predicate copula(Phrase subject, Form form, String not) {
    Adjective adjective = pick(TranslationLexicon.ALL_ADJECTIVES);
    List<String> french = denied(form, subject.plural ? "sont" : "est");
    french.add(adjective.french(subject.feminine, subject.plural));
    String helper = subject.plural ? "are" : "is";
    return new Predicate(helper, List.of(adjective.english()), french, not + "be ", form.negated);
  }

  private Predicate action(Verb verb, Phrase subject, Form form, Phrase rest) {
    boolean helped = form.negated || form.question;
    List<String> english = new ArrayList<>();
    english.add(helped || subject.plural ? verb.base() : verb.third());
    english.addAll(rest.english);
    List<String> french = denied(form, subject.plural ? verb.frenchPlural() : verb.french());
    french.addAll(rest.french);
    String helper = helped ? subject.plural ? "do" : "does" : "";
    String pattern = (form.negated ? "not-" : "") + "do " + rest.pattern;
    return new Predicate(helper, english, french, pattern, form.negated);
  }

  private static List<String> denied(Form form, String verb) {
    return new ArrayList<>(form.negated ? List.of("ne", verb, "pas") : List.of(verb));
  }

  private Phrase place(int depth) {
    Preposition preposition = pick(TranslationLexicon.ALL_PREPOSITIONS);
    Phrase where = nounPhrase(TranslationLexicon.OBJECTS, Math.max(0, depth - 1), false);
    List<String> english = new ArrayList<>(List.of(preposition.english()));
    english.addAll(where.english);
    List<String> french = new ArrayList<>(preposition.french());
    french.addAll(where.french);
    return new Phrase(english, french, "at " + where.pattern);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
