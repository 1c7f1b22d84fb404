package com.sessionanalyzer.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.intake.Fingerprint;
import com.sessionanalyzer.page.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class BodyStreamProperties {

    private static final BodyLimits LIMITS = new BodyLimits(1_000, 10, 100, 10, Duration.ofSeconds(1));

    @Property(tries = 300)
    void unpacksEveryMemberHoweverItArrives(
            @ForAll @Size(min = 1, max = 4) List<byte[]> members, @ForAll @IntRange(min = 1, max = 50) int piece)
            throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (byte[] member : members) {
            all.write(member);
            packed.write(gzip(member));
        }

        byte[] unpacked = new GunzipStream(inPieces(packed.toByteArray(), piece)).readAllBytes();

        assertThat(unpacked).isEqualTo(all.toByteArray());
    }

    @Property(tries = 300)
    void takesNothingForTheEndThatIsNone(
            @ForAll byte[] content, @ForAll byte[] second, @ForAll @IntRange(min = 1, max = 10_000) int cut)
            throws IOException {
        byte[] first = gzip(content);
        byte[] packed = Arrays.copyOf(first, first.length + gzip(second).length);
        System.arraycopy(gzip(second), 0, packed, first.length, packed.length - first.length);
        int length = packed.length - 1 - cut % (packed.length - 1);
        if (length == first.length) {
            return;
        }

        assertThatThrownBy(() -> new GunzipStream(new ByteArrayInputStream(packed, 0, length)).readAllBytes())
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining("gzip");
    }

    @Property(tries = 300)
    void refusesWhatFollowsAndWhatIsDamaged(@ForAll byte[] content, @ForAll @IntRange(min = 0, max = 7) int fromEnd)
            throws IOException {
        byte[] packed = gzip(content);
        byte[] longer = Arrays.copyOf(packed, packed.length + 20);
        byte[] damaged = packed.clone();
        damaged[packed.length - 1 - fromEnd] ^= 1;

        for (byte[] wrong : List.of(longer, damaged)) {
            assertThatThrownBy(() -> new GunzipStream(new ByteArrayInputStream(wrong)).readAllBytes())
                    .isInstanceOf(UnreadableBodyException.class);
        }
    }

    @Property(tries = 300)
    void readsAnyBytesAsGzipOrRefusesThem(@ForAll byte[] bytes) {
        try {
            new GunzipStream(new ByteArrayInputStream(bytes)).readAllBytes();
        } catch (IOException refused) {
            assertThat(refused).isInstanceOf(UnreadableBodyException.class);
        }
    }

    @Property(tries = 300)
    void knowsTheFingerprintOfEveryBeginning(
            @ForAll @Size(max = 5_000) byte[] content, @ForAll @IntRange(min = 1, max = 700) int step)
            throws IOException, NoSuchAlgorithmException {
        PrintedStream printed = new PrintedStream(new ByteArrayInputStream(content));
        byte[] buffer = new byte[step];
        long read = 0;
        for (int count = printed.read(buffer); count > 0; count = printed.read(buffer)) {
            read += count;
            long end = read - count / 2;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(content, Math.toIntExact(end)));
            assertThat(printed.fingerprint(end)).isEqualTo(HexFormat.of().formatHex(hash));
        }
    }

    @Property(tries = 20)
    void keepsNothingOfWhatIsPrinted(@ForAll @IntRange(min = 1, max = 60_000) int step) throws IOException {
        PrintedStream printed = new PrintedStream(new ByteArrayInputStream(new byte[1 << 22]));

        byte[] buffer = new byte[step];
        long read = 0;
        for (int count = printed.read(buffer); count > 0; count = printed.read(buffer)) {
            read += count;
            printed.print(read);
        }

        assertThat(printed.fingerprint(1 << 22)).isEqualTo(Fingerprint.of(new byte[1 << 22]));
        assertThat(printed.room()).isLessThan(1 << 18);
    }

    @Example
    void keepsNoMoreThanAReaderIsAheadOfItsCuts() throws IOException {
        byte[] content = new byte[40 << 20];
        PrintedStream printed = new PrintedStream(new ByteArrayInputStream(content));

        printed.transferTo(OutputStream.nullOutputStream());

        assertThat(printed.room()).isLessThan(20 << 20);
        assertThat(printed.isPast(1)).isTrue();
        assertThat(printed.isPast(content.length)).isFalse();
        assertThat(printed.fingerprint(content.length)).isEqualTo(Fingerprint.of(content));
    }

    @Property(tries = 100)
    void boundsTheLengthAndTheGrowth(@ForAll @IntRange(min = 0, max = 2_000) int length) {
        ProblemType found = refusal(new BoundedStream(new ByteArrayInputStream(new byte[length]), LIMITS, () -> 50));

        assertThat(found).isEqualTo(length > 500 ? ProblemType.TOO_LARGE : null);
    }

    @Property(tries = 100)
    void countsOnlyTheTimeThatItWaitsForTheSender(
            @ForAll @IntRange(min = 1, max = 400) int millisPerByte,
            @ForAll @IntRange(min = 0, max = 10_000) int pause) {
        AtomicLong clock = new AtomicLong();
        InputStream slow = new ByteArrayInputStream(new byte[100]) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int count) {
                clock.addAndGet(Duration.ofMillis(millisPerByte).toNanos());
                return super.read(buffer, offset, Math.min(1, count));
            }
        };
        PacedStream paced = new PacedStream(slow, LIMITS, clock::get);

        ProblemType found = refusal(new FilterInputStream(paced) {
            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                clock.addAndGet(Duration.ofMillis(pause).toNanos());
                return super.read(buffer, offset, count);
            }
        });

        assertThat(found).isEqualTo(millisPerByte > 100 ? ProblemType.TOO_SLOW : null);
    }

    private static @Nullable ProblemType refusal(InputStream stream) {
        try {
            stream.readAllBytes();
            return null;
        } catch (UnreadableBodyException refused) {
            return refused.type();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static InputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int count) {
                return super.read(buffer, offset, Math.min(piece, count));
            }
        };
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
