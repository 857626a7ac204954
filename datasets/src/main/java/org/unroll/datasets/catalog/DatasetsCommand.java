package org.unroll.datasets.catalog;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.core.app.CommandProvider;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.metric.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code unroll datasets list|get|verify}. A failure is a {@link UserError} of the root command.
 */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = "List, fetch and verify the public data sets of the catalogue.",
    synopsisSubcommandLabel = "(list | get NAME… | verify [NAME…])",
    footer = {
      "# all, and which are here",
      "./${COMMAND-FULL-NAME} list",
      "# fetches one",
      "./${COMMAND-FULL-NAME} get sst2"
    })
public final class DatasetsCommand implements CommandProvider {
  private final Catalog catalog;
  private final Map<String, String> environment;
  private Progress progress = Progress.SILENT;

  @Spec private CommandSpec spec;

  /** For {@code ServiceLoader}: the bundled catalogue, the settings of the environment. */
  public DatasetsCommand() {
    this(Catalog.bundled(), System.getenv());
  }

  DatasetsCommand(Catalog catalog, Map<String, String> environment) {
    this.catalog = catalog;
    this.environment = environment;
  }

  /** What a shell completes. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalog.bundled().entries().stream().map(CatalogEntry::name).iterator();
    }
  }

  @Override
  public Object command(Progress told) {
    progress = told;
    return this;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "All data sets: form, size, licence, whether they are here.",
      footer = {"# whether they are here", "./${COMMAND-FULL-NAME}"})
  int list() {
    DataStore store = store(true);
    List<List<String>> rows = new ArrayList<>();
    for (CatalogEntry entry : catalog.entries()) {
      Optional<Path> here = store.find(entry.name());
      rows.add(
          List.of(
              entry.name(),
              entry.form().toString(),
              Size.of(entry.preferred().bytes()),
              entry.licence(),
              here.map(Path::toString).orElse("no"),
              entry.title()));
    }
    print(new Table("", List.of("name", "form", "size", "licence", "here", "title"), rows));
    return 0;
  }

  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      description = "Fetch data sets into the cache and verify them.",
      footer = {"# into the cache", "./${COMMAND-FULL-NAME} sst2 imdb"})
  int get(
      @Parameters(arity = "1..*", paramLabel = "NAME", completionCandidates = Names.class)
          List<String> names,
      @Option(names = "--offline", description = "Never connect.") boolean offline) {
    for (String name : names) {
      catalog.get(name); // a wrong name should not wait for the right ones before it
    }
    DataStore store = store(offline);
    for (String name : names) {
      Path folder = store.fetch(name).path();
      PrintWriter out = spec.commandLine().getOut();
      out.println(name + "  " + folder);
      out.println("  licence: " + catalog.get(name).licence());
      out.println("  cite: " + catalog.get(name).citation());
      out.flush();
    }
    return 0;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Compute the digests of data sets that are here; without names, of all.",
      footer = {
        "# all that are here",
        "./${COMMAND-FULL-NAME}",
        "# one",
        "./${COMMAND-FULL-NAME} sst2"
      })
  int verify(
      @Parameters(arity = "0..*", paramLabel = "NAME", completionCandidates = Names.class)
          List<String> names) {
    DataStore store = store(true);
    List<List<String>> rows = new ArrayList<>();
    int bad = 0;
    for (String name : names == null ? present(store) : names) {
      for (FileState state : store.verify(name)) {
        String word = state.kind().name().toLowerCase(Locale.ROOT);
        rows.add(List.of(name, state.file().name(), word, state.found()));
        boolean good =
            state.kind() == FileState.Kind.VERIFIED || state.kind() == FileState.Kind.UNVERIFIED;
        bad += good ? 0 : 1;
      }
    }
    print(new Table("", List.of("name", "file", "state", "sha-256"), rows));
    if (bad > 0) {
      throw new UserError(
          bad
              + (bad == 1 ? " file is" : " files are")
              + " changed or missing. Delete what is changed and run 'datasets get' again.");
    }
    return 0;
  }

  private List<String> present(DataStore store) {
    return catalog.entries().stream()
        .map(CatalogEntry::name)
        .filter(name -> store.find(name).isPresent())
        .toList();
  }

  private DataStore store(boolean offline) {
    Consumer<String> notices = spec.commandLine().getErr()::println;
    DataAccess access = new DataAccess(offline, notices, progress, Map.of());
    return new DataStore(catalog, StoreSettings.of(environment, offline), access);
  }

  private void print(Table table) {
    spec.commandLine().getOut().print(table.toText());
    spec.commandLine().getOut().flush();
  }
}
