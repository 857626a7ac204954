package org.unroll.datasets.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of {@link TranslationSample}: each English word has one French word in all its forms.
 */
final class TranslationLexicon {
  /** English singular and plural, French singular and plural, gender. */
  private static final String ANIMATE =
      """
      dog dogs chien chiens m
      cat cats chat chats m
      horse horses cheval chevaux m
      bird birds oiseau oiseaux m
      boy boys garçon garçons m
      girl girls fille filles f
      man men homme hommes m
      woman women femme femmes f
      king kings roi rois m
      queen queens reine reines f
      friend friends ami amis m
      nurse nurses infirmière infirmières f
      teacher teachers professeur professeurs m
      singer singers chanteuse chanteuses f
      cow cows vache vaches f
      mouse mice souris souris f
      student students étudiant étudiants m
      actress actresses actrice actrices f
      """;

  private static final String THINGS =
      """
      book books livre livres m
      letter letters lettre lettres f
      apple apples pomme pommes f
      car cars voiture voitures f
      house houses maison maisons f
      tree trees arbre arbres m
      flower flowers fleur fleurs f
      cake cakes gâteau gâteaux m
      picture pictures image images f
      boat boats bateau bateaux m
      key keys clé clés f
      bottle bottles bouteille bouteilles f
      garden gardens jardin jardins m
      school schools école écoles f
      hat hats chapeau chapeaux m
      orange oranges orange oranges f
      """;

  /** English, place in French, then French m, f, m plural, f plural. */
  private static final String ADJECTIVES =
      """
      big before grand grande grands grandes
      small before petit petite petits petites
      young before jeune jeune jeunes jeunes
      old before vieux vieille vieux_ vieilles
      beautiful before beau belle beaux belles
      good before bon bonne bons bonnes
      new before nouveau nouvelle nouveaux nouvelles
      red after rouge rouge rouges rouges
      black after noir noire noirs noires
      white after blanc blanche blancs blanches
      green after vert verte verts vertes
      sad after triste triste tristes tristes
      happy after heureux heureuse heureux heureuses
      famous after célèbre célèbre célèbres célèbres
      heavy after lourd lourde lourds lourdes
      french after français française français françaises
      """;

  /** English base and third person, French singular and plural. */
  private static final String TRANSITIVE =
      """
      see sees voit voient
      like likes aime aiment
      buy buys achète achètent
      find finds trouve trouvent
      take takes prend prennent
      paint paints peint peignent
      know knows connaît connaissent
      follow follows suit suivent
      hear hears entend entendent
      draw draws dessine dessinent
      lose loses perd perdent
      sell sells vend vendent
      """;

  private static final String INTRANSITIVE =
      """
      sleep sleeps dort dorment
      sing sings chante chantent
      run runs court courent
      laugh laughs rit rient
      work works travaille travaillent
      dance dances danse dansent
      arrive arrives arrive arrivent
      smile smiles sourit sourient
      """;

  /** English, then French. */
  private static final String PREPOSITIONS =
      """
      with avec
      in dans
      behind derrière
      near près de
      for pour
      """;

  static final List<Noun> PERSONS = nouns(ANIMATE);
  static final List<Noun> OBJECTS = nouns(THINGS);
  static final List<Adjective> ALL_ADJECTIVES = adjectives();
  static final List<Verb> TRANSITIVES = verbs(TRANSITIVE);
  static final List<Verb> INTRANSITIVES = verbs(INTRANSITIVE);
  static final List<Preposition> ALL_PREPOSITIONS = prepositions();

  private TranslationLexicon() {}

  /** A noun in both numbers. */
  record Noun(
      String english, String plural, String french, String frenchPlural, boolean feminine) {}

  /** An adjective; {@code forms} are m, f, m plural, f plural. */
  record Adjective(String english, boolean before, List<String> forms) {
    String french(boolean feminine, boolean plural) {
      return forms.get((plural ? 2 : 0) + (feminine ? 1 : 0));
    }
  }

  /** A verb in the present. */
  record Verb(String base, String third, String french, String frenchPlural) {}

  /** A preposition. */
  record Preposition(String english, List<String> french) {}

  private static List<Noun> nouns(String lines) {
    List<Noun> nouns = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] word = line.split(" ");
      nouns.add(new Noun(word[0], word[1], word[2], word[3], word[4].equals("f")));
    }
    return List.copyOf(nouns);
  }

  private static List<Adjective> adjectives() {
    List<Adjective> adjectives = new ArrayList<>();
    for (String line : ADJECTIVES.lines().toList()) {
      List<String> word = List.of(line.split(" "));
      adjectives.add(new Adjective(word.get(0), word.get(1).equals("before"), word.subList(2, 6)));
    }
    return List.copyOf(adjectives);
  }

  private static List<Verb> verbs(String lines) {
    List<Verb> verbs = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] word = line.split(" ");
      verbs.add(new Verb(word[0], word[1], word[2], word[3]));
    }
    return List.copyOf(verbs);
  }

  private static List<Preposition> prepositions() {
    List<Preposition> prepositions = new ArrayList<>();
    for (String line : PREPOSITIONS.lines().toList()) {
      List<String> word = List.of(line.split(" "));
      prepositions.add(new Preposition(word.get(0), word.subList(1, word.size())));
    }
    return List.copyOf(prepositions);
  }
}
