package org.unroll.core.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.unroll.core.app.App;
import org.unroll.core.app.Example;
import org.unroll.core.run.Build;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How every command's help looks: what it does, its sections, and in the end the examples that
 * stand as the footer of its command. Every command tells the version.
 */
final class HelpLayout {
  private HelpLayout() {}

  /** To a command and all below. */
  static void apply(CommandLine root) {
    List<String> keys = new ArrayList<>(root.getHelpSectionKeys());
    keys.remove(SECTION_KEY_DESCRIPTION);
    keys.add(keys.indexOf(SECTION_KEY_SYNOPSIS_HEADING), SECTION_KEY_DESCRIPTION);
    root.setHelpSectionKeys(keys);
    layOut(root);
    root.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    root.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, HelpLayout::commands);
  }

  /** Examples as the footer of a command, for what an annotation does not know. */
  static void show(CommandLine command, List<Example> examples) {
    List<String> lines = new ArrayList<>();
    for (Example example : examples) {
      lines.add("# " + example.told());
      lines.add(("./${COMMAND-FULL-NAME} " + example.arguments()).strip());
    }
    command.getCommandSpec().usageMessage().footer(lines.toArray(String[]::new));
  }

  private static void layOut(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.synopsisHeading("%nUSAGE%n  ");
    usage.parameterListHeading("%nPARAMETERS%n");
    usage.optionListHeading("%nOPTIONS%n");
    usage.commandListHeading("%nCOMMANDS%n");
    if (!usage.exitCodeList().isEmpty()) {
      usage.exitCodeListHeading("%nEXIT CODES%n");
    }
    usage.footerHeading("%nEXAMPLES%n");
    List<String> indented = new ArrayList<>();
    for (String line : usage.footer()) {
      indented.add("  " + line);
    }
    usage.footer(indented.toArray(String[]::new));
    command.getCommandSpec().versionProvider(HelpLayout::version);
    command.getSubcommands().values().forEach(HelpLayout::layOut);
  }

  private static String[] version() {
    return new String[] {"unroll %s, commit %s".formatted(Build.version(), Build.commit())};
  }

  /** Of the program itself: apps, what they all know, and what needs none. */
  private static String commands(Help help) {
    Set<String> names = new HashSet<>();
    for (App<?> app : ServiceLoader.load(App.class)) {
      names.add(app.name());
    }
    Map<String, Help> apps = new LinkedHashMap<>();
    Map<String, Help> others = new LinkedHashMap<>();
    Map<String, Help> ofApps = new LinkedHashMap<>();
    help.subcommands()
        .forEach(
            (name, each) -> {
              (names.contains(name) ? apps : others).put(name, each);
              ofApps.putAll(names.contains(name) ? each.subcommands() : Map.of());
            });
    return section("APPS", help, apps)
        + section("COMMANDS OF EVERY APP", help, ofApps)
        + section("COMMANDS WITHOUT AN APP", help, others);
  }

  private static String section(String heading, Help help, Map<String, Help> commands) {
    return commands.isEmpty() ? "" : "%n%s%n".formatted(heading) + help.commandList(commands);
  }
}
