package org.unroll.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Work;

class DataStoreIT {
  private static final byte[] CONTENT = content(200_000);
  private static final DataAccess SILENT = new DataAccess(true, notice -> {});

  @TempDir Path folder;
  private FileServer server;
  private final List<Long> progress = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> works = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    server.files.put("/toy.txt", CONTENT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void freshThenCached() throws Exception {
    DataStore store = store(set(sha(CONTENT), "/toy.txt"), none());
    assertThat(store.find("toy")).isEmpty();

    Path there = store.fetch("toy").path();

    assertThat(there).isEqualTo(cache().resolve("toy"));
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(store.find("toy")).contains(there);
    assertThat(works).containsExactly("downloading toy.txt");
    assertThat(progress.get(0)).isZero();
    assertThat(progress.get(progress.size() - 1)).isEqualTo(CONTENT.length);
    store.fetch("toy");
    assertThat(server.requests).containsExactly("/toy.txt all");
    assertThat(there.resolve(".incoming")).isEmptyDirectory();
  }

  @Test
  void brokenConnectionGoesOnWhereItStopped() throws Exception {
    server.breaks.set(1);
    Path there = store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy").path();
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(server.requests).hasSize(2);
    assertThat(server.requests.get(1)).matches("/toy.txt bytes=[1-9][0-9]*-");
    assertThat(told).as("once").containsExactly(server.at("/toy.txt") + " (200.0 kB)");
  }

  @Test
  void laterRunGoesOnWhereAnEarlierOneStopped() throws Exception {
    leavePart("\"one\"");
    Path there = store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy").path();
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(server.requests).containsExactly("/toy.txt bytes=1000-");
    assertThat(progress.get(0)).isEqualTo(1000);
  }

  @Test
  void partOfAnotherVersionIsNotUsed() throws Exception {
    leavePart("\"zero\"");
    Path there = store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy").path();
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(progress.get(0)).isZero();
  }

  @Test
  void withoutAValidatorItStartsAfresh() throws Exception {
    server.etag = "";
    server.breaks.set(1);
    Path there = store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy").path();
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(server.requests).containsExactly("/toy.txt all", "/toy.txt all");
  }

  @Test
  void silentServerIsGivenUpAndTriedAgain() throws Exception {
    server.stalls.set(1);
    Path there = store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy").path();
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(server.requests).hasSize(2);
  }

  /** One second in all, with a patience of 0.3 s. */
  @Test
  void slowServerIsWaitedFor() {
    server.pause = 50;
    Path there = store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy").path();
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void serverThatStaysSilentIsGivenUp() {
    server.stalls.set(9);
    assertThatThrownBy(() -> store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing arrived for 0.3 s (4 attempts)")
        .hasMessageContaining("try again")
        .hasMessageContaining("UNROLL_MIRROR");
    assertThat(cache().resolve("toy/toy.txt")).doesNotExist();
    assertThat(server.requests).hasSize(4);
  }

  @Test
  void hostileAndDamagedArchivesLeaveNothingBehind() throws IOException {
    byte[] whole = TestArchives.zip(Map.of("in/a.txt", CONTENT));
    Map<byte[], String> archives =
        Map.of(
            Arrays.copyOf(whole, whole.length - 100),
            "not a whole archive",
            TestArchives.zip(Map.of("in/a.txt", CONTENT, "../evil", CONTENT)),
            "points outside",
            TestArchives.zip(Map.of("other", CONTENT)),
            "no member in/a.txt");
    for (Map.Entry<byte[], String> archive : archives.entrySet()) {
      server.files.put("/toy.zip", archive.getKey());
      CatalogFile file =
          new CatalogFile(
              "a.txt",
              Optional.of(server.at("/toy.zip")),
              packed("in/a.txt"),
              Optional.of(sha(CONTENT)),
              1);
      assertThatThrownBy(() -> store(set(List.of(file)), none()).fetch("toy"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(archive.getValue())
          .hasMessageContaining(server.at("/toy.zip").toString());
      assertThat(cache().resolve("toy/a.txt")).doesNotExist();
      assertThat(cache().resolve("toy/.incoming")).isEmptyDirectory();
    }
  }

  @Test
  void foldersAreUnpackedFromTheMirrorsArchive() throws IOException {
    Path mirror = Files.createDirectories(folder.resolve("mirror/toy"));
    byte[] tar =
        TestArchives.tarGz(
            List.of(
                new TestArchives.Member("img/b", new byte[] {2}),
                new TestArchives.Member("img/a", new byte[] {1}),
                new TestArchives.Member("other", new byte[] {3})));
    Files.write(mirror.resolve("toy.tar.gz"), tar);
    DataStore store = store(set(List.of(folder("img/", sha(new byte[] {1, 2})))), mirrorFolder());
    DataFolder there = store.fetch("toy");
    assertThat(there.path()).isEqualTo(cache().resolve("toy"));
    assertThat(there.digests()).containsExactly(Map.entry("toy/img/", sha(new byte[] {1, 2})));
    assertThat(there.path().resolve("img")).isDirectoryNotContaining("glob:**other");
    assertThat(there.path().resolve(".incoming")).isEmptyDirectory();

    Files.write(there.path().resolve("img/c"), new byte[] {3});
    assertThat(store.verify("toy").get(0).kind()).isEqualTo(FileState.Kind.CHANGED);
    assertThatThrownBy(() -> store.fetch("toy")).hasMessageContaining("img is not the folder");
    assertThatThrownBy(
            () ->
                store(set(List.of(folder("jmg/", sha(new byte[0])))), mirrorFolder()).fetch("toy"))
        .hasMessageContaining("no member jmg/");
  }

  private static CatalogFile folder(String name, String sha256) {
    return new CatalogFile(
        name,
        Optional.empty(),
        Optional.of(new CatalogFile.Packed("toy.tar.gz", name)),
        Optional.of(sha256),
        2);
  }

  /** The mirror has a rebuilt copy with a digest; the publisher another file, of the same name. */
  @Test
  void eitherLayoutMakesTheSetComplete() throws IOException {
    CatalogFile rebuilt =
        new CatalogFile(
            "toy.txt", Optional.empty(), Optional.empty(), Optional.of(sha(CONTENT)), 1);
    CatalogFile original =
        new CatalogFile(
            "toy.txt", Optional.of(server.at("/original")), Optional.empty(), Optional.empty(), -1);
    server.files.put("/original", new byte[] {1});
    CatalogEntry one = set(List.of(rebuilt));
    CatalogEntry set =
        new CatalogEntry(
            "toy",
            "",
            "",
            "",
            "",
            Form.DERIVED,
            Optional.empty(),
            List.of(one.preferred(), new Layout(List.of(original))),
            Map.of());

    DataStore online = store(set, none());
    assertThat(online.fetch("toy").path().resolve("toy.txt")).hasBinaryContent(new byte[] {1});
    assertThat(online.verify("toy").get(0).kind()).isEqualTo(FileState.Kind.UNVERIFIED);
    Files.delete(cache().resolve("toy/toy.txt"));

    Path mirror = Files.createDirectories(folder.resolve("mirror/toy"));
    Files.write(mirror.resolve("toy.txt"), CONTENT);
    DataStore mirrored = store(set, mirrorFolder());
    assertThat(mirrored.fetch("toy").path()).isEqualTo(mirror);
    assertThat(mirrored.verify("toy").get(0).kind()).isEqualTo(FileState.Kind.VERIFIED);
  }

  @Test
  void busyServerIsTriedAgain() throws Exception {
    server.unavailable.set(1);
    Path there = store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy").path();
    assertThat(there.resolve("toy.txt")).hasBinaryContent(CONTENT);
  }

  @Test
  void wrongDigestIsDeletedAndSaid() {
    String expected = sha("something else".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> store(set(expected, "/toy.txt"), none()).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sha(CONTENT))
        .hasMessageContaining(expected)
        .hasMessageContaining(server.at("/toy.txt").toString());
    assertThat(cache().resolve("toy/toy.txt")).doesNotExist();
    assertThat(cache().resolve("toy/.incoming")).isEmptyDirectory();
  }

  @Test
  void rollingFileIsNeverADigestError() throws Exception {
    CatalogEntry set = set(sha(new byte[0]), "/toy.txt");
    CatalogEntry rolling =
        new CatalogEntry(
            "toy", "", "", "", "", Form.ROLLING, Optional.empty(), set.layouts(), Map.of());
    DataStore store = store(rolling, none());
    assertThat(store.fetch("toy").path().resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(store.verify("toy").get(0).kind()).isEqualTo(FileState.Kind.UNVERIFIED);
  }

  @Test
  void missingAddressIsSaid() {
    assertThatThrownBy(() -> store(set(sha(CONTENT), "/gone.txt"), none()).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("404")
        .hasMessageContaining("https://home.example");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void noServerIsSaid() throws Exception {
    URI dead = server.at("/toy.txt");
    server.close();
    assertThatThrownBy(() -> store(set(sha(CONTENT), Optional.of(dead)), none()).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no connection")
        .hasMessageContaining("UNROLL_MIRROR");
    server = new FileServer();
  }

  @Test
  void diskFullIsSaidBeforeFetching() {
    server.claimedLength = 1L << 60;
    server.breaks.set(9);
    assertThatThrownBy(() -> store(set(sha(CONTENT), "/toy.txt"), none()).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("disk full")
        .hasMessageContaining("UNROLL_CACHE");
  }

  @Test
  void offlineNeverConnects() {
    DataStore store =
        new DataStore(
            new Catalog(List.of(set(sha(CONTENT), "/toy.txt"))),
            new StoreSettings(
                cache(), Optional.of(server.at("/").toString()), true, Duration.ofSeconds(1)),
            SILENT);
    assertThatThrownBy(() -> store.fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--offline");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void setThatMayNotBeRedistributedSaysHowToGetIt() {
    CatalogEntry set = set(sha(CONTENT), Optional.<URI>empty());
    assertThatThrownBy(() -> store(set, none()).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Ask the authors.")
        .hasMessageContaining(cache().resolve("toy").toString());
  }

  @Test
  void folderAsMirrorIsReadInPlace() throws Exception {
    Path mirror = Files.createDirectories(folder.resolve("mirror/toy"));
    Files.write(mirror.resolve("toy.txt"), CONTENT);
    DataStore store = store(set(sha(CONTENT), "/toy.txt"), mirrorFolder());
    assertThat(store.fetch("toy").path()).isEqualTo(mirror);
    assertThat(server.requests).isEmpty();
    assertThat(cache()).doesNotExist();

    Files.writeString(mirror.resolve("toy.txt"), "changed");
    assertThatThrownBy(() -> store.fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(mirror.resolve("toy.txt").toString());
  }

  @Test
  void mirrorWithoutTheSetIsPassedOverAndAWrongMirrorIsNot() throws Exception {
    Files.createDirectories(folder.resolve("mirror"));
    Path there = store(set(sha(CONTENT), "/toy.txt"), mirrorFolder()).fetch("toy").path();
    assertThat(there).isEqualTo(cache().resolve("toy"));
    assertThatThrownBy(
            () -> store(set(sha(CONTENT), "/toy.txt"), Optional.of("/no/such")).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("UNROLL_MIRROR=/no/such");
  }

  @Test
  void addressAsMirrorIsTriedFirst() throws Exception {
    server.files.put("/m/toy/toy.txt", CONTENT);
    Optional<String> mirror = Optional.of(server.at("/m").toString());
    store(set(sha(CONTENT), "/toy.txt"), mirror).fetch("toy");
    assertThat(server.requests).containsExactly("/m/toy/toy.txt all");
  }

  @Test
  void mirrorsMayBeCalledAnything() throws Exception {
    String name = "données % # + ? 数据 😀";
    Path mirror = Files.createDirectories(folder.resolve(name).resolve("toy"));
    Files.write(mirror.resolve("toy.txt"), CONTENT);
    CatalogEntry set = set(sha(CONTENT), "/toy.txt");
    String parent = mirror.getParent().toString();
    assertThat(store(set, Optional.of(parent)).fetch("toy").path()).isEqualTo(mirror);
    String address = mirror.getParent().toUri().toString();
    assertThat(store(set, Optional.of(address)).fetch("toy").path()).isEqualTo(mirror);
    String readable = "file://" + folder + "/donn\u00e9es%20%25%20%23%20+%20%3F%20数据%20😀";
    assertThat(store(set, Optional.of(readable)).fetch("toy").path()).isEqualTo(mirror);

    server.files.put("/donn\u00e9es/toy/toy.txt", CONTENT);
    Optional<String> web = Optional.of(server.at("") + "/donn\u00e9es");
    store(set, web).fetch("toy");
    assertThat(server.requests).containsExactly("/donn\u00e9es/toy/toy.txt all");
  }

  @Test
  void addressAsMirrorWithoutTheFileIsPassedOver() throws Exception {
    store(set(sha(CONTENT), "/toy.txt"), Optional.of(server.at("/m/").toString())).fetch("toy");
    assertThat(server.requests).containsExactly("/m/toy/toy.txt all", "/toy.txt all");
  }

  @Test
  void membersOfOneArchiveAreFetchedOnce() throws Exception {
    byte[] other = content(5_000);
    server.files.put("/toy.zip", TestArchives.zip(Map.of("in/a.txt", CONTENT, "in/b.txt", other)));
    Optional<URI> url = Optional.of(server.at("/toy.zip"));
    CatalogEntry set =
        set(
            List.of(
                new CatalogFile("a.txt", url, packed("in/a.txt"), Optional.of(sha(CONTENT)), 1),
                new CatalogFile("sub/b.txt", url, packed("in/b.txt"), Optional.empty(), 1)));
    DataStore store = store(set, none());
    Path there = store.fetch("toy").path();
    assertThat(there.resolve("a.txt")).hasBinaryContent(CONTENT);
    assertThat(there.resolve("sub/b.txt")).hasBinaryContent(other);
    assertThat(server.requests).containsExactly("/toy.zip all");
    assertThat(there.resolve(".incoming")).isEmptyDirectory();
    assertThat(store.verify("toy"))
        .extracting(FileState::kind)
        .containsExactly(FileState.Kind.VERIFIED, FileState.Kind.UNVERIFIED);
  }

  @Test
  void changedCacheIsAnErrorAndVerifySaysWhich() throws Exception {
    DataStore store = store(set(sha(CONTENT), "/toy.txt"), none());
    assertThat(store.verify("toy").get(0).kind()).isEqualTo(FileState.Kind.MISSING);
    Files.writeString(store.fetch("toy").path().resolve("toy.txt"), "changed");
    assertThat(store.verify("toy").get(0).kind()).isEqualTo(FileState.Kind.CHANGED);
    assertThatThrownBy(() -> store.fetch("toy")).hasMessageContaining("Delete or replace");
  }

  @Test
  void changedFileIsFoundAlsoWhenAnotherHadToBeFetched() throws Exception {
    server.files.put("/b.txt", CONTENT);
    CatalogFile b =
        new CatalogFile(
            "b.txt",
            Optional.of(server.at("/b.txt")),
            Optional.empty(),
            Optional.of(sha(CONTENT)),
            -1);
    CatalogFile toy = set(sha(CONTENT), "/toy.txt").preferred().files().get(0);
    Files.createDirectories(cache().resolve("toy"));
    Files.writeString(cache().resolve("toy/toy.txt"), "changed");
    assertThatThrownBy(() -> store(set(List.of(toy, b)), none()).fetch("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("toy.txt is not the file");
  }

  @Test
  void twoAtOnceFetchOnce() {
    CatalogEntry set = set(sha(CONTENT), "/toy.txt");
    CompletableFuture<Path> one = CompletableFuture.supplyAsync(() -> fetchQuietly(set));
    CompletableFuture<Path> two = CompletableFuture.supplyAsync(() -> fetchQuietly(set));
    assertThat(one.join().resolve("toy.txt")).hasBinaryContent(CONTENT);
    assertThat(two.join()).isEqualTo(one.join());
    assertThat(server.requests).containsExactly("/toy.txt all");
  }

  private Path fetchQuietly(CatalogEntry set) {
    return new DataStore(
            new Catalog(List.of(set)),
            new StoreSettings(cache(), none(), false, Duration.ofSeconds(5)),
            SILENT)
        .fetch("toy")
        .path();
  }

  private void leavePart(String etag) throws IOException {
    Path incoming = Files.createDirectories(cache().resolve("toy/.incoming"));
    Files.write(incoming.resolve("toy.txt.part"), Arrays.copyOf(CONTENT, 1000));
    Files.write(incoming.resolve("toy.txt.from"), List.of(server.at("/toy.txt").toString(), etag));
  }

  private Work begin(Job job) {
    works.add(job.what());
    AtomicLong done = new AtomicLong(job.done());
    progress.add(job.done());
    return (more, note) -> progress.add(done.addAndGet(more));
  }

  private DataStore store(CatalogEntry set, Optional<String> mirror) {
    return new DataStore(
        new Catalog(List.of(set)),
        new StoreSettings(cache(), mirror, false, Duration.ofMillis(300)),
        new DataAccess(false, told::add, this::begin, Map.of()));
  }

  private CatalogEntry set(String sha256, String path) {
    return set(sha256, Optional.of(server.at(path)));
  }

  private static CatalogEntry set(String sha256, Optional<URI> url) {
    return set(
        List.of(new CatalogFile("toy.txt", url, Optional.empty(), Optional.of(sha256), 200_000)));
  }

  private static CatalogEntry set(List<CatalogFile> files) {
    return new CatalogEntry(
        "toy",
        "Toy",
        "CC0",
        "nobody",
        "https://home.example",
        Form.ORIGINAL,
        Optional.of("Ask the authors."),
        List.of(new Layout(files)),
        Map.of());
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private Optional<String> mirrorFolder() {
    return Optional.of(folder.resolve("mirror").toString());
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (i * 31 + i / 251);
    }
    return content;
  }

  private static Optional<CatalogFile.Packed> packed(String member) {
    return Optional.of(new CatalogFile.Packed("toy.zip", member));
  }

  private static String sha(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
