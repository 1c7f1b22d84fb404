package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import java.util.Map;

/**
 * What the ledger has counted of one organization, at exactly this position.
 *
 * @param asOf      timestamp of the newest record counted
 * @param recorded  records that began to be, per channel
 * @param corrected records that got another version, per channel
 * @param deleted   records that ended, per channel
 * @param cells     records in all cells of the cube
 */
public record LedgerCounts(
        Position position,
        Instant asOf,
        Map<String, Long> recorded,
        Map<String, Long> corrected,
        Map<String, Long> deleted,
        long cells) {

    /** Records of a channel that are there. */
    public long live(String channel) {
        return recorded.getOrDefault(channel, 0L) - deleted.getOrDefault(channel, 0L);
    }
}
