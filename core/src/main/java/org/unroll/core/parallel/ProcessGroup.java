package org.unroll.core.parallel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that train a net together, as the first of them sees it, that of rank 0. The others
 * come by themselves and may go at any time; what a rank is to compute that nobody has, the first
 * computes. Each rank is to be asked by one thread at a time.
 */
public final class ProcessGroup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessGroup.class);
  private static final Duration GREETING = Duration.ofSeconds(10);

  private final ServerSocket server;
  private final GroupAddress address;
  private final AtomicReferenceArray<Peer> peers; // by rank, null where there is none
  private final Deque<Peer> waiting = new ConcurrentLinkedDeque<>();

  /**
   * @param size processes, this one included
   * @param host of this process, as the others reach it
   * @throws UncheckedIOException if it cannot be listened on
   */
  public ProcessGroup(int size, String host) {
    this.peers = new AtomicReferenceArray<>(size);
    try {
      this.server = new ServerSocket(0, size, InetAddress.getByName(host));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + host, e);
    }
    this.address = new GroupAddress(host, server.getLocalPort(), GroupAddress.newSecret());
    Thread doorkeeper = new Thread(this::admit, "process-group");
    doorkeeper.setDaemon(true);
    doorkeeper.start();
  }

  /** Where the others come. */
  public GroupAddress address() {
    return address;
  }

  public int size() {
    return peers.length();
  }

  private void admit() {
    while (!server.isClosed()) {
      try {
        greet(server.accept());
      } catch (IOException e) {
        // closed, or somebody who went at once
      }
    }
  }

  private void greet(Socket socket) throws IOException {
    Wire wire = new Wire(socket);
    wire.patience(GREETING);
    byte[] given = new byte[address.secret().length()];
    try {
      wire.in().readFully(given);
    } catch (IOException e) {
      wire.close();
      return;
    }
    if (!MessageDigest.isEqual(given, address.secret().getBytes(StandardCharsets.US_ASCII))) {
      wire.close();
      return;
    }
    waiting.add(new Peer(wire));
  }

  /**
   * Connects another process to the first.
   *
   * @throws IOException if it is not there
   */
  public static Wire join(GroupAddress address) throws IOException {
    Wire wire = new Wire(new Socket(address.host(), address.port()));
    wire.out().write(address.secret().getBytes(StandardCharsets.US_ASCII));
    wire.flush();
    return wire;
  }

  /**
   * Who has a rank now; somebody who waits takes one that is free.
   *
   * @param rank from 1
   */
  public Optional<Peer> peer(int rank) {
    Peer peer = peers.get(rank);
    if (peer == null) {
      peer = waiting.poll();
      peers.set(rank, peer);
      if (peer != null) {
        LOG.info("a process has come for rank {} of {}", rank, size());
      }
    }
    return Optional.ofNullable(peer);
  }

  /** Lets a process go that does not answer as it should. */
  public void lose(int rank, IOException why) {
    LOG.warn("the process of rank {} of {} is gone: {}", rank, size(), why.toString());
    Peer peer = peers.getAndSet(rank, null);
    if (peer != null) {
      peer.wire().close();
    }
  }

  /** Waits until all are there, but no longer than this. */
  public void await(Duration longest) {
    Instant end = Instant.now().plus(longest);
    while (waiting.size() < size() - 1 && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** For people: how many are here. */
  public String told() {
    int here = 1 + waiting.size();
    for (int rank = 1; rank < size(); rank++) {
      here += peers.get(rank) == null ? 0 : 1;
    }
    return here >= size()
        ? size() + " processes train it"
        : "%d of %d processes are here; the first computes for the others until they come"
            .formatted(here, size());
  }

  /** The others find their connections ended. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // nobody comes any more
    }
    for (int rank = 1; rank < size(); rank++) {
      peer(rank).ifPresent(peer -> peer.wire().close());
    }
    waiting.forEach(peer -> peer.wire().close());
  }
}
