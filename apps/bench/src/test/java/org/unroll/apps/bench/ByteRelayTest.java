package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.unroll.core.parallel.Peer;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.parallel.Wire;

@Timeout(30)
class ByteRelayTest {
  @Test
  void whatGoesEachWayIsCountedAndArrives() throws IOException {
    try (ProcessGroup group = new ProcessGroup(2, "127.0.0.1");
        ByteRelay relay = new ByteRelay(group.address());
        Wire other = ProcessGroup.join(relay.address())) {
      group.await(Duration.ofSeconds(10));
      Peer peer = group.peer(1).orElseThrow();
      long secret = relay.up();
      peer.wire().out().write(new byte[1000]);
      peer.wire().flush();
      assertThat(other.in().readNBytes(1000)).hasSize(1000);
      other.out().writeLong(7);
      other.flush();
      assertThat(peer.wire().in().readLong()).isEqualTo(7);
      assertThat(relay.down()).isEqualTo(1000);
      assertThat(relay.up() - secret).isEqualTo(8);
    }
  }

  @Test
  void theOtherEndFindsAConnectionEnded() throws IOException {
    try (ProcessGroup group = new ProcessGroup(2, "127.0.0.1");
        ByteRelay relay = new ByteRelay(group.address());
        Wire other = ProcessGroup.join(relay.address())) {
      group.await(Duration.ofSeconds(10));
      group.peer(1).orElseThrow().wire().close();
      assertThat(other.in().read()).isEqualTo(-1);
    }
  }
}
