package org.unroll.datasets.sample;

import java.util.List;

/** The words of the recipes of {@link StreamSample}. */
final class StreamWords {
  /** First and second words of a recipe's name. */
  static final List<String> FLAVOURS =
      words(
          "plum pear lemon honey onion pepper walnut potato cherry ginger mustard pumpkin"
              + " carrot almond leek apple barley quince mushroom rhubarb saffron chestnut radish"
              + " olive fig peach date cabbage butter nettle raisin coffee");

  static final List<String> DISHES =
      words(
          "bread soup cake pie stew tart broth dumpling pudding salad roll biscuit bun gratin"
              + " jam noodle waffle crumble sauce pancake");

  static final List<String> PEOPLE = words("2 3 4 6 8 12");

  /** What an if asks for, how it compares, and with what. */
  static final List<String> GAUGES =
      words(
          "oven pan dough time guests hunger clock plates crust spoons smoke moon rain salt"
              + " patience wine");

  static final List<String> SIGNS = words("< > = <= >=");

  static final List<String> READINGS =
      words("1 2 3 5 7 9 12 15 25 30 40 45 60 75 90 100 120 180 220 250");

  static final List<String> INGREDIENTS =
      words(
          "flour butter sugar milk eggs salt water cream yeast oats raisins vinegar oil cheese"
              + " cinnamon garlic rice beans peas thyme basil cloves nutmeg mint figs dates bacon"
              + " lentils capers olives sage dill rum syrup cocoa vanilla parsley celery beets corn"
              + " pecans radish melon chives peaches sesame tofu cress prunes millet shallots cumin"
              + " anise turnips trout crab ham mango limes squash kale spinach chilli fennel currants"
              + " hops malt semolina polenta cod prawns tarragon marjoram custard treacle cashews"
              + " papaya");

  /** What is said of an ingredient, by its depth from 1: how much, how done, with, where, whose. */
  static final List<List<String>> DETAILS =
      List.of(
          words(
              "1 2 3 4 5 6 8 9 12 15g 20g 30g 40g 60g 75g 90g 120g 150g 180g 200g 250g 300g 450g 500g"
                  + " 50ml 80ml 200ml 350ml 700ml"),
          words(
              "sifted minced chopped melted beaten toasted peeled grated soaked warmed crushed sliced"
                  + " whisked rinsed dried mashed strained cubed salted chilled pressed"),
          words(
              "pan knife sieve spoon bowl grater pot kettle whisk mortar board jug cup ladle tongs"
                  + " skewer funnel zester"),
          words(
              "shelf drawer cellar pantry garden window attic counter basket hook barrel market"
                  + " yard fridge"),
          words("aunt baker twin uncle nephew sister grandpa friend cook nobody"));

  /** Verbs of a line, each with what ends the line. */
  static final List<List<String>> ACTS =
      List.of(
          List.of("mix", "to a paste"),
          List.of("bake", "until golden"),
          List.of("boil", "under a lid"),
          List.of("fry", "in oil"),
          List.of("chill", "till morning"),
          List.of("knead", "by hand"),
          List.of("fold", "at the edge"),
          List.of("roast", "on coals"),
          List.of("layer", "in a tin"),
          List.of("blend", "for long"),
          List.of("steam", "over a pot"),
          List.of("scatter", "on top"),
          List.of("braise", "with care"),
          List.of("whip", "till stiff"),
          List.of("stuff", "from below"),
          List.of("glaze", "once more"),
          List.of("press", "while warm"),
          List.of("stir", "without rest"),
          List.of("smoke", "over beech"),
          List.of("grill", "both sides"),
          List.of("poach", "very gently"),
          List.of("soak", "for a week"),
          List.of("carve", "at the table"),
          List.of("sear", "in butter"));

  static final List<String> DETERMINERS = words("my your our no some");

  static final List<String> ADJECTIVES =
      words(
          "old quiet grey happy tall lost merry sleepy clever bold shy hungry tiny proud wild"
              + " polite angry lucky pale odd blue noisy kind late golden humble jolly nervous rusty"
              + " silent brave fat dusty gentle royal curious lazy frozen bitter wise sunny stubborn"
              + " elegant muddy absent modest patient rich tired warm");

  /** Their plural has an s. Some stand in code too, where other things follow. */
  static final List<String> NOUNS =
      words(
          "cat dog puppet guest cook baker moon oven kettle neighbour sailor teacher window"
              + " street river clock violin king queen garden spoon crust ghost farmer poet bird lamp"
              + " letter winter bear piano ship cousin sister tower candle duke uncle wizard train owl"
              + " tiger barber doctor lantern mirror pirate robot island dragon hedgehog monk tailor"
              + " turtle chimney cloud kitten rabbit whale planet sparrow stranger plumber singer"
              + " ladder button castle beetle orchard umbrella trumpet judge juggler miller pan sieve"
              + " bowl grater pot whisk mortar board jug cup ladle skewer funnel drawer cellar attic"
              + " counter basket hook barrel market yard fridge aunt twin nephew grandpa friend");

  /** The third person singular has an s. */
  static final List<String> VERBS =
      words(
          "sing wait smile sleep whisper dance shine return agree complain tremble laugh listen"
              + " wander snore bloom wonder dream cheer argue sigh appear grow hum yawn rest fall know"
              + " hesitate blink arrive sneeze shout mumble swim travel sulk write paint juggle pray"
              + " repent dine roar tumble whistle ponder limp giggle improve behave confide laze bow"
              + " knit object recover protest rejoice meditate insist continue stumble");

  static final List<String> ADVERBS =
      words(
          "softly again today alone loudly twice never here early outside slowly badly abroad"
              + " together upstairs tonight gladly often sideways backwards indoors forever anyway"
              + " abruptly bravely");

  static final List<String> PLACES = words("near behind under above beside with without");

  static final List<String> LINKS = words("until when because unless while if so but");

  /** What may end a sentence; brackets here close nothing. */
  static final List<String> ASIDES = List.of(" :)", " :(", " ;)", " [sic]", "!", "...", "?!");

  private StreamWords() {}

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }
}
