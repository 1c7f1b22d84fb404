package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.Sending;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.intake.session.SessionItems;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.security.Organization;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Reads a content in memory: cut into items, parsed, and made messages for the log. Seconds are those of a core, garbage
 * collection included, so that what else runs on the machine matters little.
 */
final class ParseStage implements Stage {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Organization ORGANIZATION =
            new Organization(new OrganizationId("default"), "Default", ZoneId.of("Europe/Prague"));
    private static final Terms TERMS = new Terms(ORGANIZATION.zone(), NOW);
    private static final Sending SENDING = new Sending(ORGANIZATION, Channel.BULK, "benchmark", new UUID(1, 2), NOW);

    private final SessionBatches batches = new SessionBatches(6);

    /** How far the reading goes. */
    enum Depth {
        CUT,
        PARSE,
        ENCODE
    }

    @Override
    public String name() {
        return "parse";
    }

    @Override
    public String description() {
        return "a content in memory, cut into items, read, and made messages, in records per second of a core";
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException {
        List<Measured> rates = new ArrayList<>();
        for (BulkFormat format : BulkFormat.values()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            new Content(format, 7).write(setting.records(), content);
            for (Depth depth : Depth.values()) {
                rates.add(rates(format, depth, content.toByteArray(), setting));
            }
        }
        return rates;
    }

    private Measured rates(BulkFormat format, Depth depth, byte[] content, Setting setting) throws IOException {
        List<Double> perSecond = new ArrayList<>();
        for (int i = -setting.warmUps(); i < setting.repeats(); i++) {
            long began = PROCESS.getProcessCpuTime();
            long read = read(format, depth, content);
            double seconds = (PROCESS.getProcessCpuTime() - began) / 1e9;
            if (read != setting.records()) {
                throw new IllegalStateException(read + " of " + setting.records() + " records are valid");
            }
            if (i >= 0) {
                perSecond.add(setting.records() / seconds);
            }
        }
        return new Measured((format + " " + depth).toLowerCase(Locale.ROOT), perSecond, Map.of());
    }

    private long read(BulkFormat format, Depth depth, byte[] content) throws IOException {
        long read = 0;
        try (SessionItems items = SessionItems.open(format, new ByteArrayInputStream(content), ItemLimits.DEFAULT)) {
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                read += depth == Depth.CUT ? segment.items() : valid(segment, depth);
            }
        }
        return read;
    }

    private long valid(Segment segment, Depth depth) {
        List<Parsed> parsed = segment.parse(TERMS);
        if (depth == Depth.ENCODE) {
            batches.of(SENDING, segment.firstItem(), parsed);
        }
        return parsed.stream().filter(Parsed.Accepted.class::isInstance).count();
    }
}
