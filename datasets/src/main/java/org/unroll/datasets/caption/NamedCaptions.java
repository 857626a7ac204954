package org.unroll.datasets.caption;

import java.util.List;
import java.util.Optional;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;

/**
 * All captions of a picture that is not read yet.
 *
 * @param name as its first caption has it
 * @param found what it is called where pictures are
 * @param part if the captions say it
 * @param group what keeps it with others, its name if nothing does
 */
record NamedCaptions(
    String name,
    String found,
    List<String> captions,
    Optional<Split> part,
    String group,
    Origin origin) {}
