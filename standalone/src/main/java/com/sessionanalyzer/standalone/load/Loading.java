package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.SessionItems;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** Sends one content, from where an earlier load of it came to. */
final class Loading {

    private static final Pattern OPENING = Pattern.compile(
            "[\\s\\p{Z}\uFEFF]*customer[\\s\\p{Z}]*[:\uFF1A].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Target target;
    private final Content content;
    private final BulkFormat format;
    private final LoadName name;
    private final Interruption interruption;
    private final Display display;
    private @Nullable Set<UUID> received;
    private long reached;

    Loading(
            Target target,
            Content content,
            BulkFormat format,
            LoadName name,
            Interruption interruption,
            Display display) {
        this.target = target;
        this.content = content;
        this.format = format;
        this.name = name;
        this.interruption = interruption;
        this.display = display;
    }

    /**
     * Sends all of it that was not sent before, or as much as there is time for until an interruption.
     *
     * @throws KafkaAwayException when Kafka does not answer
     * @throws PlainFailure       when it cannot go on
     */
    Sent run(Attempt attempts) {
        Map<String, Object> connection = target.connection();
        try {
            requireHeader();
        } catch (IOException | UnreadableContentException unreadable) {
            throw brokenOff(unreadable);
        }
        try (Admin admin = Admin.create(connection)) {
            ProgressLog log = new ProgressLog(admin, name);
            int attempt = attempts.among(log.attempts(), content.head(), this::isReceived);
            try (Submissions submissions = new Submissions(connection, name, attempt, format)) {
                Progress already = log.settled(attempt);
                return send(submissions, attempt, already == null ? Progress.NONE : already);
            }
        } catch (ProducerFencedException | InvalidProducerEpochException overtaken) {
            throw new PlainFailure("Another load of " + content.label() + " has taken over.", overtaken);
        } catch (KafkaException failed) {
            throw failed(failed);
        } catch (IOException failed) {
            throw brokenOff(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PlainFailure("The load was stopped.", stopped);
        }
    }

    /** Whether the ingest service knows the attempt, whatever Kafka knows of how far it came. */
    private boolean isReceived(int attempt) {
        if (received == null) {
            Set<UUID> ids = new HashSet<>();
            byte[] imports = DeliveryKey.prefix(target.organization(), SessionTopics.DOMAIN, DeliveryKind.IMPORT);
            try (DeliveryTable deliveries = new DeliveryTable(target, imports)) {
                deliveries.readAll((key, delivery) -> ids.add(key.id()));
            }
            received = ids;
        }
        return received.contains(name.id(attempt));
    }

    private RuntimeException failed(KafkaException failed) {
        if (KafkaAwayException.isAway(failed)) {
            String sentence = "Kafka at " + target.bootstrapServers() + " does not answer, and " + content.label()
                    + " is not sent to its end.";
            return new KafkaAwayException(sentence, reached, failed);
        }
        Throwable reason = failed.getCause() == null ? failed : failed.getCause();
        return new PlainFailure(
                "Kafka at " + target.bootstrapServers() + " does not take " + content.label() + ": "
                        + reason.getMessage() + " What was committed stays; run it again to go on.",
                failed);
    }

    private Sent send(Submissions submissions, int attempt, Progress already) throws IOException, InterruptedException {
        Prefix prefix = new Prefix(content.unpacked());
        requireSame(prefix, already);
        Arrivals arrivals = Arrivals.of(Pieces.of(format, prefix, content.head(), already));
        Progress progress = already;
        reached = already.records();
        while (!arrivals.isOver() && !interruption.isRequested()) {
            List<Piece> group = arrivals.take();
            if (!group.isEmpty()) {
                requireBoundary(already, progress, group.get(0));
                submissions.send(group);
                progress = group.get(group.size() - 1).after();
                reached = progress.records();
            }
            display.show("Sent", progress.records(), progress.bytes(), content.share());
        }
        display.end();
        if (arrivals.failure() != null) {
            throw brokenOff(arrivals.failure());
        }
        return new Sent(name, name.id(attempt), progress, already);
    }

    private void requireSame(Prefix prefix, Progress already) throws IOException {
        if (already.bytes() > 0
                && (!prefix.skipTo(already.bytes()) || !prefix.digest().equals(already.digest()))) {
            throw new PlainFailure("The first " + already.bytes() + " bytes of " + content.label()
                    + " were loaded before, and they are not the same any more. Nothing was sent;"
                    + " --restart loads all of it once more.");
        }
    }

    /** A content that has grown since it was loaded to its end must go on with another record. */
    private void requireBoundary(Progress already, Progress progress, Piece first) {
        if (!progress.equals(already) || !already.complete()) {
            return;
        }
        boolean goesOn = already.broken() || (format == BulkFormat.TEXT && !opens(first.value()));
        if (goesOn) {
            throw new PlainFailure("The last record of " + content.label() + " has grown since it was loaded."
                    + " Nothing was sent; --restart loads all of it once more.");
        }
    }

    private static boolean opens(byte[] value) {
        int some = Math.min(value.length, Content.HEAD);
        return OPENING.matcher(new String(value, 0, some, StandardCharsets.UTF_8))
                .matches();
    }

    /** A table whose header cannot be read would be rejected message by message. */
    private void requireHeader() throws IOException {
        if (format == BulkFormat.CSV) {
            InputStream header =
                    new ByteArrayInputStream(Header.of(content.head()).bytes());
            try (SessionItems items = SessionItems.open(format, header, ItemLimits.DEFAULT)) {
                items.next();
            }
        }
    }

    private PlainFailure brokenOff(Exception failed) {
        if (failed instanceof UnreadableContentException unreadable) {
            return new PlainFailure(content.label() + " cannot be loaded: " + unreadable.sentence() + ".", failed);
        }
        return new PlainFailure(
                "Reading " + content.label() + " failed: " + failed.getMessage()
                        + ". The records before that are sent; run it again with the whole content to go on.",
                failed);
    }
}
